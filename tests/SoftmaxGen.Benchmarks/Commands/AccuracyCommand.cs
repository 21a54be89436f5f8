using System.CommandLine;
using SoftmaxGen.Benchmarks.Accuracy;
using SoftmaxGen.Benchmarks.Charts;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Output;
using SoftmaxGen.Benchmarks.Peers;
using SoftmaxGen.Benchmarks.Peers.Onnx;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>accuracy</c>: the largest errors of everyone, against the reference.</summary>
internal static class AccuracyCommand
{
    private const int Longest = 4096;

    public static Command Create()
    {
        Option<DirectoryInfo?> @out = new("--out") { Description = "A folder for the tables, accuracy.csv and charts." };
        Option<int[]> lengths = new("--length") { Description = "Only these lengths.", AllowMultipleArgumentsPerToken = true };
        Command command = new("accuracy", "Measures the largest errors in units in the last place, and the paper's experiment.") { @out, lengths };
        command.SetAction(result => Run(result.GetValue(lengths) ?? [], result.GetValue(@out)));
        return command;
    }

    private static void Run(int[] only, DirectoryInfo? folder)
    {
        using ProgressLine progress = new();
        PeerList peers = new(NativePeer.TryCreate(progress), OnnxPeer.TryCreate(progress));
        OtherTensors? tensors = OtherTensors.TryCreate(progress);
        int[] lengths = [.. AllHosts.List.Select(host => host.Length).Where(n => n <= Longest && (only.Length == 0 || only.Contains(n))).Distinct()];
        ErrorOfMember[] errors =
        [
            .. new ErrorStudy<float>(peers, tensors, "float", progress).Measure(lengths),
            .. new ErrorStudy<double>(peers, tensors, "double", progress).Measure(lengths),
        ];
        PaperRow[] paper = [.. new PaperExperiment(peers).Run()];

        Report report = new();
        report.Add("softmax-errors", "Softmax, largest error in ulp by length", ErrorTables.ByLength(errors, Member.Softmax));
        report.Add("softmax-errors-by-inputs", "Softmax, by kind of rows", ErrorTables.ByInputs(errors, Member.Softmax));
        report.Add("logsoftmax-errors", "LogSoftmax, by kind of rows", ErrorTables.ByInputs(errors, Member.LogSoftmax));
        report.Add("logsumexp-errors", "LogSumExp, by kind of rows", ErrorTables.ByInputs(errors, Member.LogSumExp));
        report.Add("paper", "The experiment of Blanchard, Higham and Higham", ErrorTables.Paper(paper));
        report.AddFile("accuracy.csv", ErrorTables.Lines(errors));
        report.AddFile("errors.svg", ErrorCharts.Softmax(errors, "float").ToSvg());
        report.AddFile("paper.svg", ErrorCharts.Paper(paper, "SoftmaxGen Precise", "SoftmaxGen Default", PeerList.Scalar).ToSvg());
        report.Publish(folder);
    }
}
