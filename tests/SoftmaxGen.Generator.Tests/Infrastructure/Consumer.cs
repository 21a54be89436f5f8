using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Generator.Tests.Infrastructure;

/// <summary>A project that uses the package, and what the compiler makes of it.</summary>
/// <remarks>The defaults are strict: whatever the strictest consumer accepts, all do.</remarks>
internal sealed record Consumer
{
    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public ImmutableArray<MetadataReference> References { get; init; } = ReferenceAssemblies.Net80WithAttributes;

    public CSharpParseOptions ParseOptions => new(Language, DocumentationMode.Diagnose);

    public CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Consumer",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"Source{index}.cs")),
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: Nullable,
            checkOverflow: true,
            warningLevel: 9999));

    public GeneratorDriver Driver(bool trackSteps = false) => CSharpGeneratorDriver.Create(
        [new SoftmaxGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    public Generation Generate(params string[] sources) => Generate(Compile(sources));

    public Generation Generate(Compilation compilation)
    {
        GeneratorRunResult result = Driver()
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _)
            .GetRunResult().Results.Single();
        return new Generation(result, output);
    }
}

/// <summary>What one run of the generator gave.</summary>
internal sealed record Generation(GeneratorRunResult Result, Compilation Output)
{
    private const string KernelsHintName = "SoftmaxGen.Kernels.g.cs";

    /// <summary>The files of the hosts, by hint name.</summary>
    public ImmutableSortedDictionary<string, string> Hosts => Result.GeneratedSources
        .Where(source => source.HintName != KernelsHintName)
        .ToImmutableSortedDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The file that they share.</summary>
    public string Kernels => Result.GeneratedSources.Single(source => source.HintName == KernelsHintName).SourceText.ToString();
}
