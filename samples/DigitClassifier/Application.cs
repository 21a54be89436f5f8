using DigitClassifier.Analysis;
using DigitClassifier.Charts;
using DigitClassifier.Input;
using DigitClassifier.Report;
using Samples.Common;

namespace DigitClassifier;

/// <summary>The program: from arguments to an exit code.</summary>
internal static class Application
{
    private static readonly SampleCommand Command = new(
        "DigitClassifier",
        "Shows where softmax overflows, and evaluates a classifier of handwritten digits by its logits.",
        (Path.Combine(AppContext.BaseDirectory, "Data", "mnist-logits.csv"), $"A CSV file with the header {LogitTableReader.Header}"));

    public static int Run(string[] args, TextWriter output, TextWriter error) => Command.Run(args, output, error, arguments =>
    {
        Evaluation evaluation = Evaluation.Of(LogitTableReader.ReadFile(arguments.File));
        EvaluationReport.Write(evaluation, arguments);
        arguments.Report.Files("Charts", ChartFiles.Save(evaluation, arguments.Folder));
        if (!arguments.Details)
            arguments.Report.More("the confusion matrix, the misclassified rows and the calibration");
    });
}
