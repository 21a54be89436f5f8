using System.CommandLine;
using System.Globalization;
using SoftmaxGen.Benchmarks.Cancellation;
using SoftmaxGen.Benchmarks.Output;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>cancellation</c>: how soon the generator, the analyzers and a fix stop when they are told to.</summary>
internal static class CancellationCommand
{
    private const int Moments = 40;

    public static Command Create()
    {
        Command command = new("cancellation", "Times how soon the generator, the analyzers and a fix stop after a cancellation, at moments spread over their work.");
        command.SetAction(_ => Run());
        return command;
    }

    private static void Run()
    {
        using ProgressLine progress = new();
        MarkdownTable table = new(1, "work", "whole", "stops after, median", "stops after, at most", "moments");
        foreach (CancelledWork work in Workload.All)
        {
            progress.Report(work.Name);
            work.Whole();
            TimeSpan whole = work.Whole();
            double[] latencies = [.. Enumerable.Range(1, Moments)
                .Select(moment => work.Latency(whole * moment / (Moments + 1)))
                .OfType<TimeSpan>().Select(latency => latency.TotalMilliseconds).Order()];
            table.Add(
                work.Name,
                Milliseconds(whole.TotalMilliseconds),
                latencies.Length == 0 ? "never" : Milliseconds(latencies[latencies.Length / 2]),
                latencies.Length == 0 ? "never" : Milliseconds(latencies[^1]),
                latencies.Length.ToString(CultureInfo.InvariantCulture));
        }

        Report report = new();
        report.Add("cancellation", "From a cancellation to the end of the work", table);
        report.Publish(null);
    }

    private static string Milliseconds(double value) => value.ToString("0.0 ms", CultureInfo.InvariantCulture);
}
