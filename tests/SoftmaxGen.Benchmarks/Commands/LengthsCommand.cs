using System.CommandLine;
using System.Globalization;
using System.Numerics;
using SoftmaxGen.Benchmarks.Charts;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Output;
using SoftmaxGen.Benchmarks.Peers;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>lengths</c>: softmax of every length, so that those which cost more than their neighbours show.</summary>
internal static class LengthsCommand
{
    private const int Rows = 1000;
    private const double Jump = 1.5;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        Option<int> from = new("--from") { Description = "The first length.", DefaultValueFactory = _ => 1 };
        Option<int> to = new("--to") { Description = "The last length.", DefaultValueFactory = _ => 80 };
        Option<SoftmaxAccuracy> accuracy = new("--accuracy") { Description = "The accuracy of the hosts." };
        Option<DirectoryInfo?> @out = new("--out") { Description = "A folder for the table and the chart." };
        Command command = new("lengths", "Times Softmax and SoftmaxRows of every length, some 30 seconds.") { from, to, accuracy, @out };
        command.SetAction(result => Run(
            [.. Enumerable.Range(result.GetValue(from), result.GetValue(to) - result.GetValue(from) + 1)], result.GetValue(accuracy), result.GetValue(@out)));
        return command;
    }

    private static void Run(int[] lengths, SoftmaxAccuracy accuracy, DirectoryInfo? folder)
    {
        using ProgressLine progress = new();
        progress.Report("compiling");
        CompiledHosts hosts = CompiledHosts.OfThisBuild(lengths, accuracy);
        List<Line> lines =
        [
            Measure<float>("float", "Softmax", hosts.Softmax),
            Measure<float>("float", "SoftmaxRows", hosts.SoftmaxRows),
            Measure<double>("double", "Softmax", hosts.Softmax),
            Measure<double>("double", "SoftmaxRows", hosts.SoftmaxRows),
        ];

        Report report = new();
        report.Add("lengths", "Nanoseconds for each element", Table(lengths, lines));
        report.Add("jumps", $"Lengths that take over {Jump} times as long as the one before", Jumps(lengths, lines));
        report.AddFile("lengths.svg", new Chart($"Softmax of every length, vectors of {CpuName.VectorBits} bits", "N", "ns / N", [.. lines.Select(line => line.Series(lengths))]) { XTicks = [1, 2, 4, 8, 16, 32, 64, 80] }.ToSvg());
        report.Publish(folder);

        Line Measure<T>(string type, string method, Func<int, Buffers<T>, Action<int>> contender)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            int rows = method == "Softmax" ? 1 : Rows;
            List<Contender> contenders = [.. lengths.Select(n => new Contender($"{n}", contender(n, Inputs.Fill(new Buffers<T>(n, rows, 0, n * rows), probabilities: false))))];
            // All lengths in turn: what slows the machine down for a moment does not fall on one of them.
            Case @case = new(new CaseKey(rows == 1 ? Member.Softmax : Member.Batch, type, accuracy, lengths[0]), rows, contenders[0], contenders[1..]);
            progress.Report($"{method} of {type}");
            WarmUp.Run([@case], progress);
            Ratio[] ratios = [.. new Stopwatcher(wanted: 15).Measure(@case, Limit * 6)];
            return new Line(type, method, [ratios[0].Ours, .. ratios.Select(ratio => ratio.Theirs)]);
        }
    }

    private static MarkdownTable Table(int[] lengths, IReadOnlyList<Line> lines)
    {
        const int PerRow = 10;
        MarkdownTable table = new(2, ["type", "method", .. Enumerable.Range(0, PerRow).Select(k => $"+{k}")]);
        foreach (Line line in lines)
        {
            for (int first = lengths[0] / PerRow * PerRow; first <= lengths[^1]; first += PerRow)
            {
                table.Add([line.Type, $"{line.Method}, {first}", .. Enumerable.Range(first, PerRow).Select(n =>
                    n >= lengths[0] && n <= lengths[^1] ? Number(line.Nanoseconds[n - lengths[0]] / n) : "")]);
            }
        }

        return table;
    }

    private static string Jumps(int[] lengths, IReadOnlyList<Line> lines)
    {
        IEnumerable<string> jumps =
            from line in lines
            from k in Enumerable.Range(1, lengths.Length - 1)
            let ratio = line.Nanoseconds[k] / line.Nanoseconds[k - 1]
            where ratio > Jump
            select $"* {line.Method} of {line.Type}: N = {lengths[k]} takes {Number(ratio)} times as long as {lengths[k - 1]} ({Number(line.Nanoseconds[k])} ns)";
        return string.Join('\n', jumps.DefaultIfEmpty("None."));
    }

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private sealed record Line(string Type, string Method, double[] Nanoseconds)
    {
        public Series Series(int[] lengths) => new($"{Method}, {Type}", [.. lengths.Select((n, k) => new Point(n, Nanoseconds[k] / n))]);
    }
}
