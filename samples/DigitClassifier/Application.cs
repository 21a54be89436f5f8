using System.CommandLine;
using DigitClassifier.Analysis;
using DigitClassifier.Charts;
using DigitClassifier.Input;
using DigitClassifier.Report;

namespace DigitClassifier;

/// <summary>The program: from arguments to an exit code.</summary>
internal static class Application
{
    /// <summary>The exit code where the arguments, the file or the folder is at fault.</summary>
    public const int BadInput = 2;

    private static readonly string BundledTable = Path.Combine(AppContext.BaseDirectory, "Data", "mnist-logits.csv");

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        Argument<string> file = new("file")
        {
            Description = $"A CSV file with the header {LogitTableReader.Header}",
            DefaultValueFactory = _ => BundledTable,
            HelpName = "file.csv",
        };
        Option<string> folder = new("--output", "-o")
        {
            Description = "The folder for the charts",
            DefaultValueFactory = _ => Path.Combine("artifacts", "DigitClassifier"),
        };
        RootCommand command = new("Judges a classifier of handwritten digits by its logits.") { file, folder };
        command.SetAction(parsed => Evaluate(parsed.GetRequiredValue(file), parsed.GetRequiredValue(folder), output, error));

        ParseResult arguments = command.Parse(args);
        foreach (var problem in arguments.Errors)
            error.WriteLine($"error: {problem.Message}");
        return arguments.Errors.Count > 0
            ? BadInput
            : arguments.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }

    private static int Evaluate(string file, string folder, TextWriter output, TextWriter error)
    {
        try
        {
            LogitTable table = LogitTableReader.ReadFile(file);
            Evaluation evaluation = Evaluation.Of(table);
            TextReport.Write(evaluation, file, output);
            IReadOnlyList<string> charts = ChartFiles.Save(evaluation, folder);
            TextReport.WriteFiles(charts, output);
            return 0;
        }
        catch (Exception problem) when (problem is LogitTableException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"error: {problem.Message}");
            return BadInput;
        }
    }
}
