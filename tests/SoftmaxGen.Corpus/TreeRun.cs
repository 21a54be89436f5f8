using System.Diagnostics;

namespace SoftmaxGen.Corpus;

/// <summary>Runs every analyzer over all sources of a code base in one compilation: what they report, and what they cost.</summary>
internal static class TreeRun
{
    public static int Run(string folder, int repeat)
    {
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .AsParallel().AsOrdered()
            .Select(Compilations.Parse)
            .ToList();
        var lines = trees.Sum(tree => (long)tree.GetText().Lines.Count);

        for (var run = 0; run < repeat; run++)
        {
            // The compiler binds every method body once; the analyzers come on top of that.
            var compilation = Compilations.Create(trees);
            var watch = Stopwatch.StartNew();
            compilation.GetDiagnostics();
            var compile = watch.Elapsed;

            watch.Restart();
            var diagnostics = Compilations.Analyze(Compilations.Create(trees));
            var analyze = watch.Elapsed;
            Console.WriteLine($"{lines:N0} lines in {trees.Count:N0} files; compile {compile.TotalSeconds:F2} s, analyzers {analyze.TotalSeconds:F2} s ({100 * analyze / compile:F1} %)");
            if (run < repeat - 1)
                continue;

            foreach (var rule in diagnostics.GroupBy(diagnostic => diagnostic.Id).OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                Console.WriteLine($"{rule.Key}: {rule.Count()}");
                foreach (var diagnostic in rule)
                    Console.WriteLine($"    {Path.GetRelativePath(folder, diagnostic.Location.SourceTree?.FilePath ?? folder)}:{Compilations.Line(diagnostic)} {diagnostic.GetMessage()}");
            }
        }

        return 0;
    }
}
