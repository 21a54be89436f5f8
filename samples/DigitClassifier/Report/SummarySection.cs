using DigitClassifier.Analysis;
using Samples.Common;
using Spectre.Console.Rendering;

namespace DigitClassifier.Report;

internal static class SummarySection
{
    public static IEnumerable<IRenderable> Render(Evaluation evaluation, Calibration calibration, string file)
    {
        int agreeing = evaluation.Choices.Zip(evaluation.Table.Predicted).Count(pair => pair.First == pair.Second);
        return
        [
            Tables.Facts(
                ("File", Path.GetFileName(file)),
                ("Accuracy", Tables.Text($"{evaluation.Correct}/{evaluation.Table.Count} = {100 * evaluation.Accuracy:F2} %")),
                ("Mean cross-entropy, double", Tables.Text($"{CrossEntropy.MeanInDouble(evaluation.Table):F17} nat")),
                ("Mean cross-entropy, float", Tables.Text($"{CrossEntropy.MeanInSingle(evaluation.Table):F17} nat")),
                ("Expected calibration error", Tables.Text($"{100 * calibration.ExpectedError:F2} %")),
                ("Column 'predicted' is the most probable digit", Tables.Text($"in {agreeing} of {evaluation.Table.Count} rows"))),
        ];
    }
}
