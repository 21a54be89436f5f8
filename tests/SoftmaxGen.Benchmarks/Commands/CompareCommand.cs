using System.CommandLine;
using System.Globalization;
using SoftmaxGen.Benchmarks.Output;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>compare</c>: which ratios of one result file differ from those of another. It fails when one got worse.</summary>
internal static class CompareCommand
{
    private const double DefaultThreshold = 0.1;

    public static Command Create()
    {
        Argument<FileInfo> before = new("before") { Description = "A ratios.csv." };
        Argument<FileInfo> after = new("after") { Description = "A later one." };
        Option<double> threshold = new("--threshold") { Description = "The change that counts, as a part of the ratio.", DefaultValueFactory = _ => DefaultThreshold };
        Command command = new("compare", "Shows which ratios changed between two result files; ends with 1 when one got worse.") { before, after, threshold };
        command.SetAction(result => Run(RatioFile.Read(result.GetRequiredValue(before).FullName), RatioFile.Read(result.GetRequiredValue(after).FullName), result.GetValue(threshold)));
        return command;
    }

    private static int Run(IReadOnlyList<Ratio> before, IReadOnlyList<Ratio> after, double threshold)
    {
        // Ratios, not times: the machine and its load cancel. What too few undisturbed batches stand behind is not compared.
        (Ratio Before, Ratio After)[] pairs = [.. before.Where(r => r.IsReliable)
            .Join(after.Where(r => r.IsReliable), r => (r.Key, r.Peer), r => (r.Key, r.Peer), (b, a) => (b, a))];
        (Ratio Before, Ratio After)[] changed = [.. pairs
            .Where(pair => Math.Abs(Math.Log(Change(pair))) > Math.Log(1 + threshold))
            .OrderBy(Change)];

        MarkdownTable table = new(5, "member", "type", "mode", "N", "peer", "before", "after", "change");
        foreach ((Ratio Before, Ratio After) pair in changed)
        {
            CaseKey key = pair.After.Key;
            table.Add($"{key.Member}", key.Type, $"{key.Mode}", $"{key.Length}", pair.After.Peer, Number(pair.Before.Value), Number(pair.After.Value), (Change(pair) - 1).ToString("+0 %;-0 %", CultureInfo.InvariantCulture));
        }

        int worse = changed.Count(pair => Change(pair) < 1);
        Console.WriteLine($"{pairs.Length} ratios compared, {worse} worse and {changed.Length - worse} better by more than {threshold.ToString("0 %", CultureInfo.InvariantCulture)}.");
        if (changed.Length > 0)
            Console.WriteLine($"\n{table}");
        return worse > 0 ? 1 : 0;
    }

    private static double Change((Ratio Before, Ratio After) pair) => pair.After.Value / pair.Before.Value;

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
