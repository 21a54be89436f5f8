using System.CommandLine;
using SoftmaxGen.Benchmarks.Accuracy;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Output;
using SoftmaxGen.Benchmarks.Peers;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>accuracy</c>: the largest errors of everyone, against the reference.</summary>
internal static class AccuracyCommand
{
    private const int Longest = 4096;

    public static Command Create()
    {
        Option<DirectoryInfo?> @out = new("--out") { Description = "A folder for accuracy.csv and accuracy.md." };
        Option<int[]> lengths = new("--length") { Description = "Only these lengths.", AllowMultipleArgumentsPerToken = true };
        Command command = new("accuracy", "Measures the largest errors in units in the last place, and the paper's experiment.") { @out, lengths };
        command.SetAction(result => Run(result.GetValue(lengths) ?? [], result.GetValue(@out)));
        return command;
    }

    private static void Run(int[] only, DirectoryInfo? folder)
    {
        using ProgressLine progress = new();
        PeerList peers = new(NativePeer.TryCreate(progress));
        int[] lengths = [.. AllHosts.List.Select(host => host.Length).Where(n => n <= Longest && (only.Length == 0 || only.Contains(n))).Distinct()];
        ErrorOfMember[] errors =
        [
            .. new ErrorStudy<float>(peers, "float", progress).Measure(lengths),
            .. new ErrorStudy<double>(peers, "double", progress).Measure(lengths),
        ];
        PaperRow[] paper = [.. new PaperExperiment(peers).Run()];

        string tables = $"""
            {MachineFacts.Line}

            Softmax, largest error in ulp by length:

            {ErrorTables.ByLength(errors, Member.Softmax)}
            Softmax, by kind of rows:

            {ErrorTables.ByInputs(errors, Member.Softmax)}
            LogSoftmax, by kind of rows:

            {ErrorTables.ByInputs(errors, Member.LogSoftmax)}
            LogSumExp, by kind of rows:

            {ErrorTables.ByInputs(errors, Member.LogSumExp)}
            The paper's experiment:

            {ErrorTables.Paper(paper)}
            """;
        Console.WriteLine(tables);
        if (folder is null)
            return;
        folder.Create();
        ErrorTables.Write(Path.Combine(folder.FullName, "accuracy.csv"), errors);
        File.WriteAllText(Path.Combine(folder.FullName, "accuracy.md"), tables);
    }
}
