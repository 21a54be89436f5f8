using System.Globalization;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Output;

/// <summary>Measured ratios as tables: how many times as fast as each peer, and the nanoseconds behind it.</summary>
internal static class RatioTables
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>A line for each member and peer, a column for each length.</summary>
    public static MarkdownTable Ratios(IEnumerable<Ratio> ratios) => MarkdownTable.Pivot(
        ["member", "type", "mode", "times as fast as"],
        ratios,
        ratio => [.. Names(ratio.Key), ratio.Peer],
        ratio => ratio.Key.Length,
        cell => Cell(cell.Single()));

    /// <summary>A line for each member and contender, a column for each length.</summary>
    public static MarkdownTable Nanoseconds(IEnumerable<Ratio> ratios) => MarkdownTable.Pivot(
        ["member", "type", "mode", "ns"],
        ratios
            .GroupBy(ratio => (ratio.Key.Member, ratio.Key.Type, ratio.Key.Mode))
            .SelectMany(member => member.Select(ratio => (ratio.Key, Name: "SoftmaxGen", Time: ratio.Ours))
                .Concat(member.Select(ratio => (ratio.Key, Name: ratio.Peer, Time: ratio.Theirs)))),
        time => [.. Names(time.Key), time.Name],
        time => time.Key.Length,
        cell => Time(cell.First().Time));

    private static string[] Names(CaseKey key) => [key.Member.ToString(), key.Type, key.Mode.ToString()];

    private static string Cell(Ratio ratio)
    {
        string value = ratio.Value.ToString(ratio.Value < 10 ? "0.00" : "0.0", Culture) + (ratio.IsReliable ? "" : "?");
        return Targets.Find(ratio) is { } target && ratio.Value < target ? $"**{value}** ({target.ToString("0.0#", Culture)})" : value;
    }

    private static string Time(double nanoseconds) => nanoseconds.ToString(nanoseconds < 100 ? "0.0" : "0", Culture);
}
