using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftmaxGen.CodeFixes.Stability;
using SoftmaxGen.Stability;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Benchmarks.Cancellation;

/// <summary>More than an IDE ever has at once: hundreds of hosts, hundreds of softmaxes in a file, a very long method.</summary>
internal static class Workload
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);
    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary);

    public static IReadOnlyList<CancelledWork> All { get; } =
    [
        new("generator, 300 hosts", Generate),
        new("analyzers, a file of 500 softmaxes", () => Analyze(string.Concat(Enumerable.Range(0, 500).Select(i => Softmax($"Run{i}", 1))))),
        new("analyzers, a method of 500 softmaxes", () => Analyze(Softmax("Run", 500))),
        new("fix in a method of 100 softmaxes", Fix),
    ];

    private static Action<CancellationToken> Generate()
    {
        CSharpCompilation compilation = Compile(string.Concat(Enumerable.Range(0, 300).Select(i => $"[SoftmaxGen.Softmax({2 + (i % 63)})] internal static partial class Host{i};\n")));
        return token => CSharpGeneratorDriver.Create([new SoftmaxGenerator().AsSourceGenerator()], parseOptions: ParseOptions).RunGenerators(compilation, token);
    }

    private static Action<CancellationToken> Analyze(string members)
    {
        CSharpCompilation compilation = Compile(InClass(members));
        return token => compilation.WithAnalyzers([new SoftmaxAnalyzer()]).GetAnalyzerDiagnosticsAsync(token).GetAwaiter().GetResult();
    }

    private static Action<CancellationToken> Fix()
    {
        Project project = new AdhocWorkspace().CurrentSolution.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Project", "Project", LanguageNames.CSharp,
            compilationOptions: Options, parseOptions: ParseOptions, metadataReferences: ReferenceAssemblies.Net80WithAttributes)).Projects.Single();
        Document document = project.AddDocument("File.cs", InClass(Softmax("Run", 100)));
        Compilation compilation = document.Project.GetCompilationAsync().Result!;
        Diagnostic diagnostic = compilation.WithAnalyzers([new SoftmaxAnalyzer()]).GetAnalyzerDiagnosticsAsync().Result.First(found => found.Id == "SMX1001");
        return token => new SubtractMaximumFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, static (_, _) => { }, token)).GetAwaiter().GetResult();
    }

    private static CSharpCompilation Compile(string code)
    {
        CSharpCompilation compilation = CSharpCompilation.Create("Project", [CSharpSyntaxTree.ParseText(code, ParseOptions)], ReferenceAssemblies.Net80WithAttributes, Options);
        _ = compilation.GetDeclarationDiagnostics();
        return compilation;
    }

    private static string InClass(string members) => $"using System;\ninternal static class Code\n{{\n{members}}}\n";

    private static string Softmax(string name, int times) =>
        $"static void {name}(double[] x, double[] p, int n)\n{{\n"
        + string.Concat(Enumerable.Range(0, times).Select(k => $"double sum{k} = 0;\nfor (int i = 0; i < n; i++) sum{k} += p[i] = Math.Exp(x[i]);\nfor (int i = 0; i < n; i++) p[i] /= sum{k};\n"))
        + "}\n";
}
