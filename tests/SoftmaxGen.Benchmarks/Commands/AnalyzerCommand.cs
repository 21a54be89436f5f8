using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Microsoft.CodeAnalysis;
using SoftmaxGen.Benchmarks.AnalyzerCost;
using SoftmaxGen.Benchmarks.Output;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>analyzer</c>: what the analyzers and the generator add to a compilation.</summary>
internal static class AnalyzerCommand
{
    private const int Copies = 500;
    private const double Million = 1e6;

    private const string Fires = """
        static class Activations
        {
            public static double[] Softmax(double[] x)
            {
                double[] p = new double[x.Length];
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    p[i] = System.Math.Exp(x[i]);
                    sum += p[i];
                }

                for (int i = 0; i < x.Length; i++)
                    p[i] /= sum;
                return p;
            }
        }
        """;

    private const string HasNoExponential = """
        static class Statistics
        {
            public static double[] Standardize(double[] x)
            {
                double[] p = new double[x.Length];
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    p[i] = System.Math.Abs(x[i]);
                    sum += p[i];
                }

                for (int i = 0; i < x.Length; i++)
                    p[i] /= sum;
                return p;
            }
        }
        """;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static Command Create()
    {
        Option<DirectoryInfo[]> trees = new("--tree") { Description = "A folder of C# files to compile as one project. May be given several times.", AllowMultipleArgumentsPerToken = true };
        Option<int> rounds = new("--rounds") { Description = "How often each is compiled.", DefaultValueFactory = _ => 5 };
        Option<DirectoryInfo?> @out = new("--out") { Description = "A folder for the table." };
        Command command = new("analyzer", "Times compilations, and the part of the analyzers and the generator in them.") { trees, rounds, @out };
        command.SetAction(result => Run(result.GetValue(trees) ?? [], result.GetValue(rounds), result.GetValue(@out)));
        return command;
    }

    private static void Run(DirectoryInfo[] folders, int rounds, DirectoryInfo? @out)
    {
        MarkdownTable table = new(1, "code", "lines", "compile", "analyzers", "share", "for a million lines", "memory, a million lines", "generator", "SMX1001", "AD0001", "CS8785");
        using (ProgressLine progress = new())
        {
            AnalyzedProject[] projects =
            [
                AnalyzedProject.FromCopies($"{Copies} files that fire", Fires, Copies),
                AnalyzedProject.FromCopies($"{Copies} files without exp", HasNoExponential, Copies),
                .. folders.Select(AnalyzedProject.FromFolder),
            ];
            foreach (AnalyzedProject project in projects)
                table.Add(Measure(project, rounds, progress));
        }

        Report report = new();
        report.Add("analyzer", $"The analyzers, processor time, the median of {rounds} rounds", table);
        report.Publish(@out);
    }

    private static IEnumerable<string> Measure(AnalyzedProject project, int rounds, ProgressLine progress)
    {
        // The first of each compiles the compiler.
        List<TimeSpan> compilations = [];
        List<AnalysisCost> costs = [];
        List<TimeSpan> generations = [];
        int failures = 0;
        for (int round = -1; round < rounds; round++)
        {
            progress.Report($"{project.Name}, round {round + 1} of {rounds}");
            TimeSpan compilation = project.Compile();
            AnalysisCost cost = project.Analyze();
            var (generation, diagnostics) = project.Generate();
            if (round < 0)
                continue;
            compilations.Add(compilation);
            costs.Add(cost);
            generations.Add(generation);
            failures = Count(diagnostics, "CS8785");
        }

        double compile = Median(compilations, time => time.TotalMilliseconds);
        double analyzers = Median(costs, cost => cost.Time.TotalMilliseconds);
        double memory = Median(costs, cost => cost.Allocated);
        double millions = project.Lines / Million;
        return
        [
            project.Name,
            project.Lines.ToString("N0", Culture),
            compile.ToString("#,0 ms", Culture),
            analyzers.ToString("#,0.0 ms", Culture),
            (analyzers / compile).ToString("0.0 %", Culture),
            (analyzers / millions).ToString("#,0 ms", Culture),
            (memory / millions / 1024 / 1024).ToString("#,0 MB", Culture),
            Median(generations, time => time.TotalMilliseconds).ToString("#,0.0 ms", Culture),
            Count(costs[0].Diagnostics, "SMX1001").ToString("N0", Culture),
            Count(costs[0].Diagnostics, "AD0001").ToString("N0", Culture),
            failures.ToString("N0", Culture),
        ];
    }

    private static int Count(ImmutableArray<Diagnostic> diagnostics, string id) => diagnostics.Count(diagnostic => diagnostic.Id == id);

    private static double Median<T>(List<T> values, Func<T, double> value)
    {
        double[] sorted = [.. values.Select(value).Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
