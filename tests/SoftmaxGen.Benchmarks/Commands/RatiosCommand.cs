using System.CommandLine;
using System.Diagnostics;
using SoftmaxGen.Benchmarks.Charts;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Output;
using SoftmaxGen.Benchmarks.Peers;
using SoftmaxGen.Benchmarks.Peers.Onnx;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>ratios</c>: how many times as fast as each peer, side by side in this process.</summary>
internal static class RatiosCommand
{
    // Enough for the other members are the lengths around them.
    private static readonly int[] LengthsOfBatches = [17, 24, 32, 100, 256];

    private static readonly int[] QuickLengths = [4, 10, 64, 1000];

    public static Command Create()
    {
        Option<bool> quick = new("--quick") { Description = "Four lengths and fewer batches; under 45 seconds." };
        Option<DirectoryInfo?> @out = new("--out") { Description = "A folder for the tables, ratios.csv and charts." };
        Option<Member[]> members = new("--member") { Description = "Only these members.", AllowMultipleArgumentsPerToken = true };
        Option<int[]> lengths = new("--length") { Description = "Only these lengths.", AllowMultipleArgumentsPerToken = true };
        Command command = new("ratios", "Times the emitted methods and their peers in turn and prints the ratios.") { quick, @out, members, lengths };
        command.SetAction(result => Run(new Selection(result.GetValue(quick), result.GetValue(members) ?? [], result.GetValue(lengths) ?? []), result.GetValue(@out)));
        return command;
    }

    private static void Run(Selection selection, DirectoryInfo? folder)
    {
        List<Ratio> ratios = Measure(selection);
        Report report = new();
        report.Add("ratios", "Times as fast as the peer", RatioTables.Ratios(ratios));
        report.Add("nanoseconds", "Nanoseconds", RatioTables.Nanoseconds(ratios));
        report.AddFile("ratios.csv", RatioFile.Lines(ratios));
        if (selection.Includes(Member.Softmax))
        {
            string machine = $"vectors of {CpuName.VectorBits} bits";
            report.AddFile("softmax.svg", TimeCharts.Softmax(ratios, "float", machine).ToSvg());
            report.AddFile("softmax-per-element.svg", TimeCharts.SoftmaxPerElement(ratios, "float", machine).ToSvg());
        }

        report.Publish(folder);
    }

    private static List<Ratio> Measure(Selection selection)
    {
        using ProgressLine progress = new();
        CaseFactory factory = new(new PeerList(NativePeer.TryCreate(progress), OnnxPeer.TryCreate(progress)));
        List<Case> cases = [.. Enum.GetValues<Member>()
            .Where(selection.Includes)
            .SelectMany(member => AllHosts.List.Where(host => selection.Includes(host) && IsTimed(host, member)).Select(host => factory.Create(host, member)))];
        WarmUp.Run(cases, progress);

        Stopwatcher stopwatcher = new(selection.WantedBatches);
        List<Ratio> ratios = [];
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < cases.Count; i++)
        {
            progress.Report($"{i + 1} of {cases.Count}: {cases[i].Key}, {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
            TimeSpan left = selection.Budget - Stopwatch.GetElapsedTime(start);
            ratios.AddRange(stopwatcher.Measure(cases[i], left / (cases.Count - i)));
        }

        return ratios;
    }

    // The modes differ in the exponential only, so all of them are timed where that is.
    private static bool IsTimed(IHost host, Member member) =>
        AllHosts.Offers(host, member) && (host.Accuracy == SoftmaxAccuracy.Default || member == Member.Softmax)
        && (member == Member.Batch || !LengthsOfBatches.Contains(host.Length));

    /// <summary>Which cases are asked for, and how long they may take.</summary>
    private sealed record Selection(bool Quick, Member[] Members, int[] Lengths)
    {
        public int WantedBatches => Quick ? 15 : 41;

        public TimeSpan Budget => TimeSpan.FromSeconds(Quick ? 25 : 480);

        public bool Includes(Member member) => Members.Length > 0 ? Members.Contains(member) : !Quick || member != Member.ManyRows;

        public bool Includes(IHost host) => Lengths.Length > 0 ? Lengths.Contains(host.Length) : !Quick || QuickLengths.Contains(host.Length);
    }
}
