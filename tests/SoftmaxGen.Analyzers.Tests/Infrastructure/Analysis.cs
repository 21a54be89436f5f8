using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftmaxGen.Stability;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Analyzers.Tests.Infrastructure;

/// <summary>Compiles code and runs the analyzer on it.</summary>
internal static class Analysis
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Numerics;
        using System.Numerics.Tensors;
        using System.Threading.Tasks;
        """;

    private static readonly ImmutableArray<MetadataReference> References = ReferenceAssemblies.Net80.Add(MetadataReference.CreateFromFile(
        typeof(Analysis).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "TensorsAssembly").Value!));

    // Compilations that are derived of it share the references that it has bound.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Test", references: References, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

    /// <summary>Members in a class, after the usual usings. Code that has types or usings of its own is taken as it is.</summary>
    public static string InClass(string code) =>
        code.Contains("class ", StringComparison.Ordinal) || code.Contains("using ", StringComparison.Ordinal) ? code : $"{Usings}\n\nstatic unsafe class C\n{{\n{code}}}\n";

    public static string InMethod(string statements) =>
        InClass($"static void M(double[] x, double[] p, float[] f, float[] q, double[] s, double[] g, double[] gradient, double[,] jacobian, double t, int label)\n{{\n{statements}\n}}\n");

    public static CSharpCompilation Compile(params string[] files) => Empty.AddSyntaxTrees(
        files.Select((file, index) => CSharpSyntaxTree.ParseText(file, new CSharpParseOptions(LanguageVersion.Preview), $"File{index}.cs")));

    public static ImmutableArray<Diagnostic> Diagnose(CSharpCompilation compilation, DiagnosticAnalyzer? analyzer = null)
    {
        // Hidden rules are run only where someone asks for them.
        CompilationOptions options = compilation.Options.WithSpecificDiagnosticOptions([KeyValuePair.Create("SMX2001", ReportDiagnostic.Info)]);
        ImmutableArray<Diagnostic> diagnostics = compilation.WithOptions(options).WithAnalyzers([analyzer ?? new SoftmaxAnalyzer()])
            .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id.StartsWith("AD", StringComparison.Ordinal));
        return diagnostics;
    }

    /// <summary>Checks that the marked places, and no others, get the rules asked for.</summary>
    public static void Verify(string code, params string[] rules)
    {
        MarkedCode marked = MarkedCode.Parse(InClass(code));
        IEnumerable<string> actual = Diagnose(Compile(marked.Text))
            .Where(diagnostic => rules.Contains(diagnostic.Id))
            .Select(diagnostic => Describe(marked.Text, diagnostic.Id, diagnostic.Location.SourceSpan));
        Assert.Equal(
            marked.Marks.Where(mark => rules.Contains(mark.Id)).Select(mark => Describe(marked.Text, mark.Id, mark.Span)).Order(StringComparer.Ordinal),
            actual.Order(StringComparer.Ordinal));
    }

    private static string Describe(string text, string id, Microsoft.CodeAnalysis.Text.TextSpan span) =>
        $"{id} line {text[..span.Start].Count(character => character == '\n') + 1}: {text.Substring(span.Start, span.Length)}";
}
