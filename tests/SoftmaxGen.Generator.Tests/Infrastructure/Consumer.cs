using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftmaxGen.Target;
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

    /// <summary>The errors and warnings of the compiler, of the generator, and of the analyzer that speaks for the generator.</summary>
    public async Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(Compilation compilation)
    {
        Compilation output = Generate(compilation).Output;
        var analyzers = new CompilationWithAnalyzers(output, [new SoftmaxTargetAnalyzer()], new AnalyzerOptions([]));
        return [.. (await analyzers.GetAllDiagnosticsAsync()).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
    }

    public Generation Generate(params string[] sources) => Generate(Compile(sources));

    public Generation Generate(Compilation compilation)
    {
        GeneratorRunResult result = Driver()
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _)
            .GetRunResult().Results.Single();
        return new Generation(result, output);
    }
}
