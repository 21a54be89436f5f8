using System.Globalization;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Output;

/// <summary>Measured ratios as tables: how many times as fast as each peer, and the nanoseconds behind it.</summary>
internal static class RatioTables
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>A line for each member and peer, a column for each length.</summary>
    public static MarkdownTable Ratios(IReadOnlyList<Ratio> ratios)
    {
        int[] lengths = Lengths(ratios);
        MarkdownTable table = new(4, ["member", "type", "mode", "faster than", .. lengths.Select(n => $"{n}")]);
        foreach (IGrouping<(Member, string, SoftmaxAccuracy, string), Ratio> line in ratios.GroupBy(r => (r.Key.Member, r.Key.Type, r.Key.Mode, r.Peer)))
        {
            Dictionary<int, Ratio> byLength = line.ToDictionary(r => r.Key.Length);
            table.Add([.. Names(line.First().Key), line.Key.Item4, .. lengths.Select(n => byLength.TryGetValue(n, out Ratio? ratio) ? Cell(ratio) : "")]);
        }

        return table;
    }

    /// <summary>A line for each member and contender, a column for each length.</summary>
    public static MarkdownTable Nanoseconds(IReadOnlyList<Ratio> ratios)
    {
        int[] lengths = Lengths(ratios);
        MarkdownTable table = new(4, ["member", "type", "mode", "ns", .. lengths.Select(n => $"{n}")]);
        foreach (IGrouping<(Member, string, SoftmaxAccuracy), Ratio> member in ratios.GroupBy(r => (r.Key.Member, r.Key.Type, r.Key.Mode)))
        {
            string[] names = Names(member.First().Key);
            table.Add([.. names, "SoftmaxGen", .. lengths.Select(n => member.FirstOrDefault(r => r.Key.Length == n) is { } r ? Time(r.Ours) : "")]);
            foreach (IGrouping<string, Ratio> peer in member.GroupBy(r => r.Peer))
                table.Add([.. names, peer.Key, .. lengths.Select(n => peer.FirstOrDefault(r => r.Key.Length == n) is { } r ? Time(r.Theirs) : "")]);
        }

        return table;
    }

    private static int[] Lengths(IEnumerable<Ratio> ratios) => [.. ratios.Select(r => r.Key.Length).Distinct().Order()];

    private static string[] Names(CaseKey key) => [key.Member.ToString(), key.Type, key.Mode.ToString()];

    private static string Cell(Ratio ratio)
    {
        string value = ratio.Value.ToString(ratio.Value < 10 ? "0.00" : "0.0", Culture) + (ratio.IsReliable ? "" : "?");
        return Targets.Find(ratio) is { } target && ratio.Value < target ? $"**{value}** ({target.ToString("0.0#", Culture)})" : value;
    }

    private static string Time(double nanoseconds) => nanoseconds.ToString(nanoseconds < 100 ? "0.0" : "0", Culture);
}
