using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Corpus;

/// <summary>Compiles sources as they are, with the framework's references only, and runs the analyzers as the compiler would.</summary>
internal static class Compilations
{
    // The symbols the SDK defines for net10.0.
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview, preprocessorSymbols:
    [
        "NET", "NETCOREAPP", .. Enumerable.Range(5, 6).Select(version => $"NET{version}_0_OR_GREATER"), "NET10_0",
        "NETCOREAPP2_0_OR_GREATER", "NETCOREAPP3_0_OR_GREATER", "NETCOREAPP3_1_OR_GREATER", "TRACE",
    ]);

    public static CSharpCompilationOptions Options { get; } = new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, concurrentBuild: true);

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = EachKind.Of<DiagnosticAnalyzer>(typeof(Stability.SoftmaxAnalyzer));

    public static SyntaxTree Parse(string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path), Encoding.UTF8), ParseOptions, path);

    public static CSharpCompilation Create(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Corpus",
        trees,
        ReferenceAssemblies.Net80,
        Options);

    public static ImmutableArray<Diagnostic> Analyze(Compilation compilation) => Analyze(compilation, Analyzers);

    public static ImmutableArray<Diagnostic> Analyze(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) => compilation
        .WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true))
        .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    public static int Line(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;
}
