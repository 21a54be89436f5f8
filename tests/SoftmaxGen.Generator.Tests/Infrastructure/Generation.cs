using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftmaxGen.Target;

namespace SoftmaxGen.Generator.Tests.Infrastructure;

/// <summary>What one run of the generator gave.</summary>
internal sealed record Generation(GeneratorRunResult Result, Compilation Output)
{
    private const string KernelsHintName = "SoftmaxGen.Kernels.g.cs";
    private const string ParallelRowsHintName = "SoftmaxGen.ParallelRows.g.cs";

    /// <summary>Runs the generator once more, on what may differ from the last time. It never throws, and reports nothing itself.</summary>
    public static Generation Run(ref GeneratorDriver driver, Compilation compilation)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        return new Generation(result, output);
    }

    /// <summary>The files of the hosts, by hint name.</summary>
    public ImmutableSortedDictionary<string, string> Hosts => Result.GeneratedSources
        .Where(source => source.HintName is not (KernelsHintName or ParallelRowsHintName))
        .ToImmutableSortedDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The file that they share.</summary>
    public string Kernels => Result.GeneratedSources.Single(source => source.HintName == KernelsHintName).SourceText.ToString();

    /// <summary>All that the compiler has to say about the sources and the files of the hosts.</summary>
    /// <remarks>The shared file, which is always the same, costs more to check than all else: see <see cref="KernelWarnings"/>.</remarks>
    public IEnumerable<Diagnostic> Warnings => Output.SyntaxTrees.Where(tree => !IsKernels(tree)).SelectMany(WarningsIn);

    /// <summary>What the analyzer that speaks for the generator has to say, as in an editor that shows one file after the other.</summary>
    public Task<IEnumerable<Diagnostic>> AnalyzeAsync() =>
        AnalyzeAsync(Output, Output.SyntaxTrees.Take(Output.SyntaxTrees.Count() - Result.GeneratedSources.Length));

    /// <summary>The same on a compilation with or without the generated files; a failure of the analyzer's own fails the test.</summary>
    public static async Task<IEnumerable<Diagnostic>> AnalyzeAsync(Compilation compilation, IEnumerable<SyntaxTree> trees)
    {
        var failures = new ConcurrentQueue<Exception>();
        var analyzers = new CompilationWithAnalyzers(compilation, [new SoftmaxTargetAnalyzer()], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => failures.Enqueue(exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false));
        var diagnostics = new HashSet<Diagnostic>();
        foreach (SyntaxTree tree in trees)
            diagnostics.UnionWith(await analyzers.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, default));
        Assert.Empty(failures);
        return diagnostics;
    }

    /// <summary>What it has to say about the file that the hosts share.</summary>
    public IEnumerable<Diagnostic> KernelWarnings => Output.SyntaxTrees.Where(IsKernels).SelectMany(WarningsIn);

    private IEnumerable<Diagnostic> WarningsIn(SyntaxTree tree) =>
        Output.GetSemanticModel(tree).GetDiagnostics().Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden);

    private static bool IsKernels(SyntaxTree tree) => Path.GetFileName(tree.FilePath) == KernelsHintName;
}
