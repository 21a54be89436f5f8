using DigitClassifier.Analysis;
using Samples.Common;

namespace DigitClassifier.Report;

/// <summary>The sections of the report, in the order of interest.</summary>
internal static class EvaluationReport
{
    public static void Write(Evaluation evaluation, string file, TextReport report)
    {
        Calibration calibration = new(evaluation);
        report.Section(Tables.Text($"{evaluation.Table.Count:N0} rows of {Digits.Length} logits"), SummarySection.Render(evaluation, calibration, file));
        report.Section("Confusion matrix", ConfusionSection.Render(new ConfusionMatrix(evaluation)));
        report.Section("Misclassified rows, counted from 0", MisclassifiedSection.Render(evaluation));
        report.Section("Calibration: is it as often right as it is sure?", CalibrationSection.Render(calibration));
        report.Section("Why the maximum is subtracted", ShiftSection.Render(evaluation.Table));
        report.Section(Tables.Text($"The time of {evaluation.Table.Count:N0} softmaxes, one thread"), TimingSection.Render(evaluation.Table));
    }
}
