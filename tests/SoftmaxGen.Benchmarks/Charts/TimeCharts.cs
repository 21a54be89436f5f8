using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Charts;

/// <summary>Charts of measured times.</summary>
internal static class TimeCharts
{
    private static readonly double[] Ticks = [2, 4, 8, 16, 64, 128, 1000, 4096, 32768, 131072];

    /// <summary>Nanoseconds of softmax against the length.</summary>
    public static Chart Softmax(IReadOnlyList<Ratio> ratios, string type, string machine) =>
        Create(ratios, type, $"Softmax of {type}s, {machine}", "ns", (_, nanoseconds) => nanoseconds);

    /// <summary>The same for each element, which shows overheads on the left and caches on the right.</summary>
    public static Chart SoftmaxPerElement(IReadOnlyList<Ratio> ratios, string type, string machine) =>
        Create(ratios, type, $"Softmax of {type}s, for each element, {machine}", "ns / N", (length, nanoseconds) => nanoseconds / length);

    private static Chart Create(IReadOnlyList<Ratio> ratios, string type, string title, string unit, Func<int, double, double> value)
    {
        Ratio[] chosen = [.. ratios.Where(r => r.Key is { Member: Member.Softmax, Mode: SoftmaxAccuracy.Default } && r.Key.Type == type).OrderBy(r => r.Key.Length)];
        Series ours = new("SoftmaxGen", [.. chosen.DistinctBy(r => r.Key).Select(r => new Point(r.Key.Length, value(r.Key.Length, r.Ours)))]);
        IEnumerable<Series> peers = chosen
            .GroupBy(r => r.Peer)
            .Select(peer => new Series(peer.Key, [.. peer.Select(r => new Point(r.Key.Length, value(r.Key.Length, r.Theirs)))]));
        int[] lengths = [.. chosen.Select(r => r.Key.Length)];
        return new Chart(title, "N", unit, [ours, .. peers]) { XTicks = [.. Ticks.Where(tick => tick >= lengths.Min() && tick <= lengths.Max())] };
    }
}
