using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SoftmaxGen.CodeFixes.Tests.Infrastructure;

/// <summary>The generator as a project refers to it. The workspace finds it again by its identity, so there is one.</summary>
internal sealed class GeneratorReference : AnalyzerReference
{
    private static readonly ImmutableArray<ISourceGenerator> Generators = [new SoftmaxGenerator().AsSourceGenerator()];

    public static GeneratorReference Instance { get; } = new();

    public override string? FullPath => null;

    public override object Id => nameof(SoftmaxGenerator);

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => Generators;

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => Generators;
}
