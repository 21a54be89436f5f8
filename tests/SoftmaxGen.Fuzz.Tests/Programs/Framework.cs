using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Fuzz.Tests.Programs;

/// <summary>
/// What a project may refer to, bound once: to bind it again takes longer than to compile most programs, and compilations that are derived
/// of one another share what is bound.
/// </summary>
internal sealed class Framework
{
    private static readonly MetadataReference Tensors = MetadataReference.CreateFromFile(
        typeof(Framework).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "TensorsAssembly").Value!);

    private static readonly AdhocWorkspace Workspace = new();

    private readonly string _name;
    private readonly Project _project;
    private readonly CSharpCompilation _compilation;

    private Framework(string name, ImmutableArray<MetadataReference> references)
    {
        _name = name;
        _project = Workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "Fuzz", "Fuzz", LanguageNames.CSharp, metadataReferences: references));
        _compilation = (CSharpCompilation)_project.GetCompilationAsync().Result!;
        _ = _compilation.Assembly;
    }

    /// <summary>The current framework, the oldest ones, one that has parts missing, and nothing at all.</summary>
    public static ImmutableArray<Framework> All { get; } =
    [
        new("all of .NET 8", [.. ReferenceAssemblies.Net80WithAttributes, Tensors]),
        new(".NET Standard 2.0", ReferenceAssemblies.Standard20WithAttributes),
        new(".NET Standard 2.0 with spans", ReferenceAssemblies.Standard20WithSpans),
        new(".NET 8 without parts", [.. ReferenceAssemblies.Net80WithAttributes.Where(reference => !reference.Display!.Contains("Linq", StringComparison.Ordinal) && !reference.Display!.Contains("Memory", StringComparison.Ordinal))]),
        new(".NET 8 without attributes", ReferenceAssemblies.Net80),
        new("nothing", []),
    ];

    public CSharpCompilation Compile(CSharpCompilationOptions options, IEnumerable<SyntaxTree> trees) => _compilation.WithOptions(options).AddSyntaxTrees(trees);

    public Project OpenProject(CSharpCompilationOptions options, CSharpParseOptions parseOptions) =>
        _project.WithCompilationOptions(options).WithParseOptions(parseOptions);

    public override string ToString() => _name;
}
