using System.CommandLine;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Output;
using SoftmaxGen.Benchmarks.Peers.Onnx;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>cores</c>: SoftmaxRows on all cores, beside one core and beside the threads of ONNX Runtime.</summary>
internal static class CoresCommand
{
    private const int Rows = 10_000;
    private const int WantedBatches = 21;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    public static Command Create()
    {
        Option<DirectoryInfo?> @out = new("--out") { Description = "A folder for the table." };
        Command command = new("cores", "Times SoftmaxRows on all cores beside one, and beside ONNX Runtime with its own threads.") { @out };
        command.SetAction(result => Run(result.GetValue(@out)));
        return command;
    }

    private static void Run(DirectoryInfo? folder)
    {
        using ProgressLine progress = new();
        OnnxPeer? onnx = OnnxPeer.TryCreate(progress);
        List<Case> cases =
        [
            Create(onnx, Parallel10.Length, (x, p) => Parallel10.SoftmaxRows(x.Span, p.Span), Parallel10.SoftmaxRows),
            Create(onnx, Parallel100.Length, (x, p) => Parallel100.SoftmaxRows(x.Span, p.Span), Parallel100.SoftmaxRows),
            Create(onnx, Parallel1000.Length, (x, p) => Parallel1000.SoftmaxRows(x.Span, p.Span), Parallel1000.SoftmaxRows),
        ];
        WarmUp.Run(cases, progress);
        Stopwatcher stopwatcher = new(WantedBatches);
        Ratio[] ratios = [.. cases.SelectMany(@case => stopwatcher.Measure(@case, Limit))];
        Report report = new();
        report.Add("cores", $"SoftmaxRows of {Rows:N0} rows on {Environment.ProcessorCount} cores: times as fast as", RatioTables.Ratios(ratios));
        report.Publish(folder);
    }

    private static Case Create(OnnxPeer? onnx, int length, Action<Memory<float>, Memory<float>> single, Action<ReadOnlyMemory<float>, Memory<float>, ParallelOptions> parallel)
    {
        Buffers<float> buffers = Inputs.Fill(new Buffers<float>(length, Rows, 0, length * Rows), probabilities: false);
        ParallelOptions options = new();
        return new Case(
            new CaseKey(Member.ManyRows, "float", SoftmaxAccuracy.Default, length),
            Rows,
            new Contender("SoftmaxGen", Repeat(() => parallel(buffers.X, buffers.Destination, options))) { HasThreads = true },
            [
                new Contender("one core", Repeat(() => single(buffers.X, buffers.Destination))),
                .. (onnx?.For<float>(Member.ManyRows) ?? []).Select(peer => new Contender(peer.Name, calls => peer.Batch(buffers, calls)) { HasThreads = peer.Name == OnnxPeer.AllThreads }),
            ]);
    }

    private static Action<int> Repeat(Action call) => calls =>
    {
        for (int i = 0; i < calls; i++)
            call();
    };
}
