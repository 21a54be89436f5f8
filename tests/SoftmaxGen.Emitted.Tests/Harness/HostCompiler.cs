using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>Runs the generator over hosts, compiles what it emits as the strictest consumer would, and loads the result.</summary>
internal static class HostCompiler
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        checkOverflow: true,
        allowUnsafe: false,
        warningLevel: 9999,
        nullableContextOptions: NullableContextOptions.Enable);

    public static Assembly Compile(string assemblyName, string source)
    {
        Compilation compilation = CSharpCompilation.Create(
            assemblyName, [CSharpSyntaxTree.ParseText(source, ParseOptions, "Hosts.cs")], ReferenceAssemblies.Net80WithAttributes, Options);
        CSharpGeneratorDriver.Create([new SoftmaxGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out compilation, out var generatorDiagnostics);

        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        string[] complaints = [.. generatorDiagnostics.Concat(result.Diagnostics)
            .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)
            .Select(Describe)];
        Assert.True(result.Success && complaints.Length == 0, string.Join("\n", complaints.Take(20)));
        return Assembly.Load(image.ToArray());
    }

    private static string Describe(Diagnostic diagnostic)
    {
        string line = diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString() ?? "";
        return $"{diagnostic} | {line.Trim()}";
    }
}
