using System.CommandLine;
using System.Globalization;
using System.Numerics;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Output;
using SoftmaxGen.Benchmarks.Peers.Onnx;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>rows</c>: SoftmaxRows of any lengths beside ONNX Runtime, and beside another build of this project.</summary>
internal static class RowsCommand
{
    private const string Package = "package";

    private static readonly int[] DefaultLengths = [2, 3, 4, 8, 10, 12, 15, 16, 17, 24, 32, 48, 64, 100, 128, 256, 1000, 4096];

    public static Command Create()
    {
        Option<int[]> lengths = new("--length") { Description = "The lengths of rows.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => DefaultLengths };
        Option<FileInfo?> package = new("--package") { Description = "A SoftmaxGen.*.nupkg to compare with." };
        Option<bool> @double = new("--double") { Description = "Rows of double." };
        Option<int> count = new("--rows") { Description = "The number of rows; 1,000 if not given, 200 of more than 1,000 elements." };
        Option<double> seconds = new("--seconds") { Description = "The longest time for each length.", DefaultValueFactory = _ => 2 };
        Option<DirectoryInfo?> @out = new("--out") { Description = "A folder for the table." };
        Command command = new("rows", "Times SoftmaxRows, that of a package and ONNX Runtime on one thread in turn.") { lengths, package, @double, count, seconds, @out };
        command.SetAction(result =>
        {
            Selection selection = new(result.GetValue(lengths)!, result.GetValue(package), result.GetValue(count), TimeSpan.FromSeconds(result.GetValue(seconds)));
            IReadOnlyList<Ratio> ratios = result.GetValue(@double) ? Measure<double>("double", selection) : Measure<float>("float", selection);
            Report report = new();
            report.Add("rows", $"SoftmaxRows of {(result.GetValue(@double) ? "double" : "float")}, nanoseconds for a row and times as fast as", Table(ratios));
            report.Publish(result.GetValue(@out));
        });
        return command;
    }

    private static List<Ratio> Measure<T>(string type, Selection selection)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using ProgressLine progress = new();
        OnnxPeer? onnx = OnnxPeer.TryCreate(progress);
        progress.Report("compiling");
        CompiledHosts ours = CompiledHosts.OfThisBuild(selection.Lengths);
        CompiledHosts? others = selection.Package is { } package ? CompiledHosts.OfPackage(package, selection.Lengths) : null;

        List<Ratio> ratios = [];
        foreach (int n in selection.Lengths)
        {
            progress.Report($"N={n}");
            int rows = selection.Rows > 0 ? selection.Rows : n > 1000 ? 200 : 1000;
            Buffers<T> buffers = Inputs.Fill(new Buffers<T>(n, rows, 0, n * rows), probabilities: false);
            List<Contender> peers = [];
            if (others is not null)
                peers.Add(new Contender(Package, others.SoftmaxRows(n, buffers)));
            if (onnx?.For<T>(Member.Batch).First() is (string name, Batch<T> batch))
                peers.Add(new Contender(name, calls => batch(buffers, calls)));
            Case @case = new(new CaseKey(Member.Batch, type, SoftmaxAccuracy.Default, n), rows, new Contender("SoftmaxGen", ours.SoftmaxRows(n, buffers)), peers);
            WarmUp.Run([@case], progress);
            ratios.AddRange(new Stopwatcher(wanted: 41).Measure(@case, selection.Limit));
        }

        return ratios;
    }

    private static MarkdownTable Table(IReadOnlyList<Ratio> ratios)
    {
        string[] peers = [.. ratios.Select(ratio => ratio.Peer).Distinct()];
        MarkdownTable table = new(0, ["N", "SoftmaxGen", .. peers, .. peers.Select(peer => $"ratio to {peer}")]);
        foreach (IGrouping<int, Ratio> line in ratios.GroupBy(ratio => ratio.Key.Length))
        {
            table.Add([
                $"{line.Key}", Number(line.First().Ours), .. line.Select(ratio => Number(ratio.Theirs)),
                .. line.Select(ratio => Number(ratio.Value) + (ratio.IsReliable ? "" : "?"))]);
        }

        return table;
    }

    private static string Number(double value) => value.ToString(value < 100 ? "0.00" : "0", CultureInfo.InvariantCulture);

    private sealed record Selection(int[] Lengths, FileInfo? Package, int Rows, TimeSpan Limit);
}
