using DigitClassifier.Analysis;
using ScottPlot;

namespace DigitClassifier.Charts;

/// <summary>The charts, as image files in a folder.</summary>
internal static class ChartFiles
{
    /// <returns>The full paths.</returns>
    public static IReadOnlyList<string> Save(Evaluation evaluation, string folder)
    {
        Directory.CreateDirectory(folder);
        Typeface.Use();
        return
        [
            Save(ReliabilityDiagram.Draw(new Calibration(evaluation)), Path.Combine(folder, "reliability.png"), 900, 800),
            Save(ConfusionHeatMap.Draw(new ConfusionMatrix(evaluation)), Path.Combine(folder, "confusion.png"), 900, 860),
        ];
    }

    private static string Save(Plot plot, string file, int width, int height)
    {
        using (plot)
            File.WriteAllBytes(file, plot.GetImageBytes(width, height, ImageFormat.Png));
        return Path.GetFullPath(file);
    }
}
