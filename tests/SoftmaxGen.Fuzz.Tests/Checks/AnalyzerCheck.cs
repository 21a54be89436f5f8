using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftmaxGen.Fuzz.Tests.Programs;
using SoftmaxGen.Target;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Fuzz.Tests.Checks;

/// <summary>The analyzers do not throw, report only inside the sources, and the same on one thread as on many and in any order of the files.</summary>
internal static class AnalyzerCheck
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = EachKind.Of<DiagnosticAnalyzer>(typeof(SoftmaxTargetAnalyzer));

    /// <returns>How many errors the program has, and what the analyzers report.</returns>
    public static async Task<(int Errors, ImmutableArray<Diagnostic> Diagnostics)> RunAsync(FuzzedProgram program, Compilation compilation, CancellationToken cancellationToken)
    {
        ImmutableArray<Diagnostic> all = await AnalyzeAsync(compilation, isConcurrent: true, cancellationToken), diagnostics = OfAnalyzers(all);
        foreach (Location location in diagnostics.SelectMany(diagnostic => diagnostic.AdditionalLocations.Prepend(diagnostic.Location)))
            FuzzFailure.If(!IsInSource(location, compilation), () => $"A diagnostic outside of the sources, at {location}");

        // An order of the files only changes which of two parts of a broken declaration comes first; the parts themselves stay the same.
        // But the compiler may take a member for another one's by it, and find other errors: then there are two programs, not one.
        ImmutableArray<Diagnostic> reversed = await AnalyzeAsync(program.Compile(isReversed: true), isConcurrent: false, cancellationToken);
        string once = Describe(diagnostics), again = Describe(OfAnalyzers(reversed));
        FuzzFailure.If(once != again && Errors(all) == Errors(reversed), () => $"On many threads:\n{once}\nOn one, the files reversed:\n{again}");
        return (all.Count(diagnostic => !IsOfAnalyzer(diagnostic) && diagnostic.Severity == DiagnosticSeverity.Error), diagnostics);
    }

    /// <returns>What the compiler and the analyzers report; an analysis compiles everything, so that the compiler's part costs nothing.</returns>
    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, bool isConcurrent, CancellationToken cancellationToken)
    {
        ConcurrentQueue<string> failures = new();
        CompilationOptions options = compilation.Options.WithSpecificDiagnosticOptions([KeyValuePair.Create("SMX2001", ReportDiagnostic.Info)]).WithConcurrentBuild(isConcurrent);
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithOptions(options)
            .WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]),
                (exception, analyzer, _) => failures.Enqueue($"{analyzer.GetType().Name} threw {exception}"),
                concurrentAnalysis: isConcurrent,
                logAnalyzerExecutionTime: false))
            .GetAllDiagnosticsAsync(cancellationToken);
        FuzzFailure.If(!failures.IsEmpty, () => failures.First());
        return diagnostics;
    }

    private static ImmutableArray<Diagnostic> OfAnalyzers(ImmutableArray<Diagnostic> diagnostics)
    {
        ImmutableArray<Diagnostic> own = [.. diagnostics.Where(IsOfAnalyzer)];
        FuzzFailure.If(own.Any(diagnostic => !diagnostic.Id.StartsWith("SMX", StringComparison.Ordinal)), () => string.Join('\n', own));
        return own;
    }

    private static bool IsOfAnalyzer(Diagnostic diagnostic) => !diagnostic.Id.StartsWith("CS", StringComparison.Ordinal);

    private static bool IsInSource(Location location, Compilation compilation) =>
        location.IsInSource && compilation.ContainsSyntaxTree(location.SourceTree) && location.SourceSpan.End <= location.SourceTree.Length;

    private static string Errors(ImmutableArray<Diagnostic> diagnostics) => string.Join(' ', diagnostics
        .Where(diagnostic => !IsOfAnalyzer(diagnostic) && diagnostic.Severity == DiagnosticSeverity.Error)
        .Select(diagnostic => diagnostic.Id)
        .Order(StringComparer.Ordinal));

    private static string Describe(ImmutableArray<Diagnostic> diagnostics) => string.Join('\n', diagnostics
        .Select(diagnostic => $"{diagnostic} {string.Join(' ', diagnostic.AdditionalLocations)}")
        .Order(StringComparer.Ordinal));
}
