using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftmaxGen.Benchmarks.AnalyzerCost;

namespace SoftmaxGen.Corpus;

/// <summary>Runs every analyzer over all sources of a code base in one compilation: what they report, and what they cost.</summary>
internal static class TreeRun
{
    public static int Run(string folder, int repeat)
    {
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(Compilations.Parse)
            .ToList();
        var lines = trees.Sum(tree => (long)tree.GetText().Lines.Count);
        Console.WriteLine($"{lines:N0} lines in {trees.Count:N0} files");

        // Processor time, as other work on the machine moves the clock. In turn with an analyzer that does nothing: what a build
        // with any analyzer costs is not the cost of these.
        var (compile, idle, analyze) = (TimeSpan.MaxValue, TimeSpan.MaxValue, TimeSpan.MaxValue);
        ImmutableArray<Diagnostic> diagnostics = [];
        for (var run = 0; run < repeat; run++)
        {
            compile = Shortest(compile, () => Compilations.Create(trees).Emit(Stream.Null));
            idle = Shortest(idle, () => Compilations.Analyze(Compilations.Create(trees), [new IdleAnalyzer()]));
            analyze = Shortest(analyze, () => diagnostics = Compilations.Analyze(Compilations.Create(trees)));
        }

        var cost = analyze - idle;
        Console.WriteLine($"processor time: compile {compile.TotalSeconds:F2} s, analyzers {cost.TotalSeconds:F2} s = {100 * cost / compile:F1} %");

        foreach (var rule in diagnostics.GroupBy(diagnostic => diagnostic.Id).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{rule.Key}: {rule.Count()}, one in {lines / rule.Count():N0} lines");
            foreach (var diagnostic in rule)
                Console.WriteLine($"    {Path.GetRelativePath(folder, diagnostic.Location.SourceTree?.FilePath ?? folder)}:{Compilations.Line(diagnostic)} {diagnostic.GetMessage()}");
        }

        return 0;
    }

    private static TimeSpan Shortest(TimeSpan before, Action action)
    {
        GC.Collect();
        var process = Process.GetCurrentProcess();
        var start = process.TotalProcessorTime;
        action();
        process.Refresh();
        var taken = process.TotalProcessorTime - start;
        return taken < before ? taken : before;
    }
}
