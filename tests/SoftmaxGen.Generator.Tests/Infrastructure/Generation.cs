using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftmaxGen.Target;

namespace SoftmaxGen.Generator.Tests.Infrastructure;

/// <summary>What one run of the generator gave.</summary>
internal sealed record Generation(GeneratorRunResult Result, Compilation Output)
{
    private const string SharedPrefix = "SoftmaxGen.", KernelsHintName = SharedPrefix + "Kernels.g.cs";

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
        .Where(source => !source.HintName.StartsWith(SharedPrefix, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The file that they share.</summary>
    public string Kernels => Result.GeneratedSources.Single(source => source.HintName == KernelsHintName).SourceText.ToString();

    /// <summary>All that the compiler has to say about the sources, the files of the hosts and the file that they share.</summary>
    public IEnumerable<Diagnostic> Warnings => Output.SyntaxTrees.SelectMany(WarningsIn);

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

    private IEnumerable<Diagnostic> WarningsIn(SyntaxTree tree) =>
        Output.GetSemanticModel(tree).GetDiagnostics().Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden);
}
