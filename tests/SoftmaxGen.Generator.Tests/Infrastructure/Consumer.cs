using System.Collections.Concurrent;
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

    // Compilations made from one share what they know of the framework.
    private static readonly ConcurrentDictionary<Consumer, CSharpCompilation> Empty = new();

    public CSharpCompilation Compile(params string[] sources) => Empty
        .GetOrAdd(this, static consumer => CSharpCompilation.Create("Consumer", [], consumer.References, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: consumer.Nullable, checkOverflow: true, warningLevel: 9999)))
        .AddSyntaxTrees(sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"Source{index}.cs")));

    public GeneratorDriver Driver(bool trackSteps = false) => CSharpGeneratorDriver.Create(
        [new SoftmaxGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    public Generation Generate(params string[] sources) => Generate(Compile(sources));

    public Generation Generate(Compilation compilation)
    {
        GeneratorDriver driver = Driver();
        return Generation.Run(ref driver, compilation);
    }
}
