using System.Globalization;
using DigitClassifier.Analysis;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DigitClassifier.Report;

internal static class SummarySection
{
    public static IEnumerable<IRenderable> Render(Evaluation evaluation, Calibration calibration, string file)
    {
        Grid grid = new Grid().AddColumn().AddColumn();
        void Line(string name, string value) => grid.AddRow(Markup.Escape(name), $"[bold]{Markup.Escape(value)}[/]");

        Line("File", Path.GetFileName(file));
        Line("Accuracy", Tables.Text($"{evaluation.Correct}/{evaluation.Table.Count} = {100 * evaluation.Accuracy:F2} %"));
        Line("Mean cross-entropy, double", CrossEntropy.MeanInDouble(evaluation.Table).ToString(CultureInfo.InvariantCulture) + " nat");
        Line("Mean cross-entropy, float", CrossEntropy.MeanInSingle(evaluation.Table).ToString(CultureInfo.InvariantCulture) + " nat");
        Line("Expected calibration error", Tables.Text($"{100 * calibration.ExpectedError:F2} %"));
        int agreeing = evaluation.Choices.Zip(evaluation.Table.Predicted).Count(pair => pair.First == pair.Second);
        Line("Column 'predicted' is the likeliest", Tables.Text($"in {agreeing} of {evaluation.Table.Count} rows"));
        return [grid];
    }
}
