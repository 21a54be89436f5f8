using System.Globalization;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Output;

/// <summary>Measured ratios as a CSV file.</summary>
internal static class RatioFile
{
    private const string Header = "member,type,mode,n,peer,ns_ours,ns_peer,ratio,accepted_batches";

    public static IEnumerable<string> Lines(IEnumerable<Ratio> ratios) => ratios.Select(Line).Prepend(Header);

    public static IReadOnlyList<Ratio> Read(string path) =>
        [.. File.ReadLines(path).Skip(1).Select(line => Parse(line.Split(',')))];

    private static string Line(Ratio ratio) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name(ratio.Key.Member)},{ratio.Key.Type},{Name(ratio.Key.Mode)},{ratio.Key.Length},{ratio.Peer},{ratio.Ours:0.###},{ratio.Theirs:0.###},{ratio.Value:0.###},{ratio.Accepted}");

    private static Ratio Parse(string[] fields) => new(
        new CaseKey(
            Enum.Parse<Member>(fields[0], ignoreCase: true),
            fields[1],
            Enum.Parse<SoftmaxAccuracy>(fields[2], ignoreCase: true),
            int.Parse(fields[3], CultureInfo.InvariantCulture)),
        fields[4],
        double.Parse(fields[5], CultureInfo.InvariantCulture),
        double.Parse(fields[6], CultureInfo.InvariantCulture),
        int.Parse(fields[8], CultureInfo.InvariantCulture));

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
