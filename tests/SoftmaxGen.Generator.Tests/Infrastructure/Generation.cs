using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Generator.Tests.Infrastructure;

/// <summary>What one run of the generator gave.</summary>
internal sealed record Generation(GeneratorRunResult Result, Compilation Output)
{
    private const string KernelsHintName = "SoftmaxGen.Kernels.g.cs";

    /// <summary>The files of the hosts, by hint name.</summary>
    public ImmutableSortedDictionary<string, string> Hosts => Result.GeneratedSources
        .Where(source => source.HintName != KernelsHintName)
        .ToImmutableSortedDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>All that the compiler has to say about the sources and the generated files.</summary>
    public IEnumerable<Diagnostic> Warnings => Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden);

    /// <summary>The file that they share.</summary>
    public string Kernels => Result.GeneratedSources.Single(source => source.HintName == KernelsHintName).SourceText.ToString();
}
