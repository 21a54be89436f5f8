using System.CommandLine;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Output;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>callsites</c>: what a call takes from each kind of caller, in units of a caller that is compiled without a profile.</summary>
internal static class CallSitesCommand
{
    private const double Most = 1.15;
    private const int WantedBatches = 9;

    public static Command Create()
    {
        Option<Member[]> members = new("--member") { Description = "Only these members.", AllowMultipleArgumentsPerToken = true };
        Option<int[]> lengths = new("--length") { Description = "Only these lengths.", AllowMultipleArgumentsPerToken = true };
        Option<int> seconds = new("--seconds") { Description = "How long it may take, the warming up apart.", DefaultValueFactory = _ => 60 };
        Option<DirectoryInfo?> @out = new("--out") { Description = "A folder for the table." };
        Command command = new("callsites", $"Times every member from a lambda, an ordinary and a generic method, and shows where that takes over {Most} times what it should.") { members, lengths, seconds, @out };
        command.SetAction(result => Run(result.GetValue(members) ?? [], result.GetValue(lengths) ?? [], TimeSpan.FromSeconds(result.GetValue(seconds)), result.GetValue(@out)));
        return command;
    }

    private static void Run(Member[] members, int[] lengths, TimeSpan budget, DirectoryInfo? folder)
    {
        using ProgressLine progress = new();
        List<Case> cases = [.. Enum.GetValues<Member>()
            .Where(member => member is not (Member.Batch or Member.ManyRows) && (members.Length == 0 || members.Contains(member)))
            .SelectMany(member => AllHosts.List
                .Where(host => host.Length <= 4096 && AllHosts.Offers(host, member) && (lengths.Length == 0 || lengths.Contains(host.Length)))
                .Select(host => CaseFactory.CreateCallers(host, member)))];
        WarmUp.Run(cases, progress);

        Stopwatcher stopwatcher = new(WantedBatches);
        List<Ratio> ratios = [];
        foreach (Case @case in cases)
        {
            progress.Report($"{@case.Key}");
            ratios.AddRange(stopwatcher.Measure(@case, budget / cases.Count));
        }

        Ratio[] reliable = [.. ratios.Where(ratio => ratio.IsReliable)];
        Ratio[] slow = [.. reliable.Where(ratio => ratio.Value > Most)];
        MarkdownTable table = new(5, "member", "type", "mode", "N", "caller", "times as long");
        foreach (Ratio ratio in slow.OrderByDescending(ratio => ratio.Value))
            table.Add($"{ratio.Key.Member}", ratio.Key.Type, $"{ratio.Key.Mode}", $"{ratio.Key.Length}", ratio.Peer, FormattableString.Invariant($"{ratio.Value:0.00}"));
        Report report = new();
        string summary = FormattableString.Invariant(
            $"{slow.Length} of {reliable.Length} cells take over {Most} times as long as from a direct caller; {ratios.Count - reliable.Length} more were disturbed.");
        report.Add("callsites", "Calls from hot callers", slow.Length == 0 ? summary : $"{summary}\n\n{table}");
        report.Publish(folder);
    }
}
