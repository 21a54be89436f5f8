using System.CommandLine;
using System.Globalization;
using System.Numerics;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Output;
using SoftmaxGen.Benchmarks.Peers;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>anylength</c>: the members for rows of any length beside those for a fixed one, and beside TensorPrimitives.</summary>
internal static class AnyLengthCommand
{
    private const string Fixed = "[Softmax(N)]";

    private static readonly Member[] DefaultMembers = [Member.Softmax, Member.Batch, Member.LogSoftmax, Member.LogSumExp, Member.Gradient, Member.Vjp];

    public static Command Create()
    {
        Option<Member[]> members = new("--member") { Description = "The members.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => DefaultMembers };
        Option<int[]> lengths = new("--length") { Description = "The lengths of rows, of those that there is a fixed host for; all if not given.", AllowMultipleArgumentsPerToken = true };
        Option<double> seconds = new("--seconds") { Description = "The longest time for each case.", DefaultValueFactory = _ => 0.7 };
        Option<DirectoryInfo?> @out = new("--out") { Description = "A folder for the table." };
        Command command = new("anylength", "Times the members for rows of any length, those for their length alone and TensorPrimitives on one thread in turn.") { members, lengths, seconds, @out };
        command.SetAction(result =>
        {
            int[] wanted = result.GetValue(lengths) is { Length: > 0 } some ? some : [.. AllHosts.List.Select(host => host.Length)];
            Case[] cases =
            [
                .. from member in result.GetValue(members)!
                   from host in AllHosts.List
                   where host.Accuracy == SoftmaxAccuracy.Default && wanted.Contains(host.Length)
                   orderby member, host is IHost<double>
                   select host is IHost<float> single ? Create<AnyLength, float>(single, member, "float") : Create<AnyLength, double>((IHost<double>)host, member, "double"),
            ];
            using ProgressLine progress = new();
            WarmUp.Run(cases, progress);
            List<Ratio> ratios = [];
            foreach (Case @case in cases)
            {
                progress.Report($"{@case.Key}");
                ratios.AddRange(new Stopwatcher(wanted: 21).Measure(@case, TimeSpan.FromSeconds(result.GetValue(seconds))));
            }

            Report report = new();
            report.Add("anylength", "Rows of any length: nanoseconds for a row", Table(ratios));
            report.Publish(result.GetValue(@out));
        });
        return command;
    }

    private static Case Create<THost, T>(IHost<T> host, Member member, string type)
        where THost : struct, IAnyLength<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = host.Length, rows = member == Member.Batch ? n > 1000 ? 20 : 100 : 1;
        Lazy<Buffers<T>> buffers = new(() => Inputs.Fill(new Buffers<T>(n, rows, member == Member.Vjp ? n : 0, n * rows), probabilities: member == Member.Vjp));
        (string Name, Batch<T> Batch) composed = new PeerList(null, null).For<T>(member, n).First(peer => peer.Name == PeerList.Composed);
        return new Case(
            new CaseKey(member, type, SoftmaxAccuracy.Default, n),
            rows,
            new Contender("[Softmax]", calls => AnyLengthWork<T>.Of<THost>(member)(buffers.Value, calls)),
            [new Contender(Fixed, calls => host.Batch(member)(buffers.Value, calls)), new Contender(composed.Name, calls => composed.Batch(buffers.Value, calls))]);
    }

    private static MarkdownTable Table(IEnumerable<Ratio> ratios)
    {
        MarkdownTable table = new(3, ["member", "type", "N", "[Softmax]", Fixed, PeerList.Composed, $"time of {Fixed}", $"times as fast as {PeerList.Composed}"]);
        foreach (IGrouping<CaseKey, Ratio> line in ratios.GroupBy(ratio => ratio.Key))
        {
            Ratio ours = line.First(ratio => ratio.Peer == Fixed), composed = line.First(ratio => ratio.Peer == PeerList.Composed);
            string doubt = ours.IsReliable && composed.IsReliable ? "" : "?";
            table.Add([
                line.Key.Member == Member.Batch ? "SoftmaxRows" : $"{line.Key.Member}", line.Key.Type, $"{line.Key.Length}",
                Number(ours.Ours), Number(ours.Theirs), Number(composed.Theirs), Number(1 / ours.Value) + doubt, Number(composed.Value) + doubt]);
        }

        return table;
    }

    private static string Number(double value) => value.ToString(value < 100 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
