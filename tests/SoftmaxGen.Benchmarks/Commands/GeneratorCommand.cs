using System.CommandLine;
using System.Globalization;
using SoftmaxGen.Benchmarks.GeneratorCost;
using SoftmaxGen.Benchmarks.Output;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>generator</c>: what the generator costs a build and a keystroke.</summary>
internal static class GeneratorCommand
{
    private const int Runs = 7;
    private const int MostHostsToCompile = 100;

    private static readonly int[] Hosts = [1, 100, 1000];
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static Command Create()
    {
        Option<DirectoryInfo?> @out = new("--out") { Description = "A folder for the table." };
        Command command = new("generator", "Times the generator on 1, 100 and 1,000 hosts of the default members, N from 2 to 64, and what hosts add to a build.") { @out };
        command.SetAction(result => Run(result.GetValue(@out)));
        return command;
    }

    private static void Run(DirectoryInfo? folder)
    {
        using ProgressLine progress = new();
        progress.Report("the first run in this process");
        GeneratorTimes first = new GeneratorRun(1).Measure(compile: false);
        MarkdownTable table = new(1, "hosts", "cold", "cold, per host", "after a keystroke elsewhere", "emitted", "compile", "generator's share");
        foreach (int hosts in Hosts)
        {
            GeneratorRun run = new(hosts);
            List<GeneratorTimes> times = [];
            for (int i = 0; i < Runs; i++)
            {
                progress.Report($"{hosts} hosts, run {i + 1} of {Runs}");
                times.Add(run.Measure(compile: i == 0 && hosts <= MostHostsToCompile));
            }

            double cold = Least(times, t => t.Cold), keystroke = Least(times, t => t.Keystroke);
            double? compile = times[0].Compile?.TotalMilliseconds;
            table.Add(
                hosts.ToString("N0", Culture),
                Milliseconds(cold),
                Milliseconds(cold / hosts),
                Milliseconds(keystroke),
                (times[0].Bytes / 1024.0 / 1024).ToString("0.00 MB", Culture),
                compile is { } c ? Milliseconds(c) : "not measured",
                compile is { } d ? (cold / (cold + d)).ToString("0.0 %", Culture) : "");
        }

        MarkdownTable builds = ProjectBuilds.Measure(progress);

        Report report = new();
        report.Add("generator-builds", "Builds, the least of three", builds);
        report.Add("generator", $"The generator, processor time, the least of {Runs} runs", table);
        report.Add("generator-first", "In a cold process", $"The first run in a process, which compiles the generator itself, takes {Milliseconds(first.Cold.TotalMilliseconds)} for one host.");
        report.Publish(folder);
    }

    private static double Least(List<GeneratorTimes> times, Func<GeneratorTimes, TimeSpan> time) => times.Min(t => time(t).TotalMilliseconds);

    private static string Milliseconds(double value) => value.ToString(value < 100 ? "0.00 ms" : "#,0 ms", Culture);
}
