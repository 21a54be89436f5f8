using DigitClassifier.Analysis;
using Samples.Common;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DigitClassifier.Report;

internal static class CalibrationSection
{
    public static IEnumerable<IRenderable> Render(Calibration calibration)
    {
        Table table = Tables.Numbers("confidence", "rows", "mean confidence", "accuracy", "gap");
        foreach (CalibrationBin bin in calibration.Bins)
        {
            table.AddRow(
                Tables.Text($"{100 * bin.From:F0} - {100 * bin.To,3:F0} %"),
                $"{bin.Count}",
                Tables.Percent(bin.Confidence),
                Tables.Percent(bin.Accuracy),
                Tables.Text($"{100 * bin.Gap:+0.0;-0.0} %"));
        }

        return [table, new Text(Tables.Text($"Expected calibration error: {100 * calibration.ExpectedError:F2} %, the mean of |gap| over the rows.\n"))];
    }
}
