using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Fuzz.Tests.Programs;

/// <summary>The sources of a project, good or bad, and how they are to be compiled.</summary>
internal sealed record FuzzedProgram(ImmutableArray<string> Files, CSharpParseOptions ParseOptions, CSharpCompilationOptions Options, int Framework)
{
    private static readonly MetadataReference Tensors = MetadataReference.CreateFromFile(
        typeof(FuzzedProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "TensorsAssembly").Value!);

    /// <summary>What a project may refer to: the current framework, the oldest ones, one that has parts missing, and nothing at all.</summary>
    public static ImmutableArray<ImmutableArray<MetadataReference>> Frameworks { get; } =
    [
        [.. ReferenceAssemblies.Net80WithAttributes, Tensors],
        ReferenceAssemblies.Standard20WithAttributes,
        ReferenceAssemblies.Standard20WithSpans,
        [.. ReferenceAssemblies.Net80WithAttributes.Where(reference => !reference.Display!.Contains("Linq", StringComparison.Ordinal) && !reference.Display!.Contains("Memory", StringComparison.Ordinal))],
        ReferenceAssemblies.Net80,
        [],
    ];

    public ImmutableArray<MetadataReference> References => Frameworks[Framework];

    public static string PathOf(int file) => $"/Fuzz/File{file}.cs";

    /// <summary>The program as the compiler sees it, with its files in order or in reverse.</summary>
    public CSharpCompilation Compile(bool isReversed = false)
    {
        IEnumerable<SyntaxTree> trees = Files.Select((text, index) => CSharpSyntaxTree.ParseText(text, ParseOptions, PathOf(index)));
        return CSharpCompilation.Create("Fuzz", isReversed ? trees.Reverse() : trees, References, Options);
    }

    public override string ToString() =>
        $"C# {ParseOptions.LanguageVersion} {ParseOptions.Kind}, framework {Framework}, {Options.OutputKind}, overflow checks {Options.CheckOverflow}\n"
        + string.Concat(Files.Select((text, index) => $"--- {PathOf(index)}\n{(text.Length > 20_000 ? text[..20_000] + "…" : text)}\n"));
}
