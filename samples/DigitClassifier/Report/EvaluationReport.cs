using DigitClassifier.Analysis;
using Samples.Common;

namespace DigitClassifier.Report;

/// <summary>The sections of the report, what the program is for first.</summary>
internal static class EvaluationReport
{
    public static void Write(Evaluation evaluation, SampleArguments arguments)
    {
        TextReport report = arguments.Report;
        Calibration calibration = new(evaluation);
        report.Section("Overflow: the same probabilities, with the logits shifted by 1000", ShiftSection.Render(evaluation.Table));
        report.Section(Tables.Text($"A classifier: {evaluation.Table.Count:N0} rows of {Digits.Length} logits"), SummarySection.Render(evaluation, calibration, arguments.File));
        report.Section(Tables.Text($"Time for {evaluation.Table.Count:N0} rows of float on one thread"), TimingSection.Render(evaluation.Table));
        if (!arguments.Details)
            return;

        report.Section("Confusion matrix", ConfusionSection.Render(new ConfusionMatrix(evaluation)));
        report.Section("Misclassified rows, counted from 0", MisclassifiedSection.Render(evaluation));
        report.Section("Calibration: accuracy by confidence", CalibrationSection.Render(calibration));
    }
}
