using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Model;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>Runs the generator over hosts, compiles what it emits as the strictest consumer would, and loads the result.</summary>
internal static class HostCompiler
{
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        checkOverflow: true,
        allowUnsafe: false,
        warningLevel: 9999,
        nullableContextOptions: NullableContextOptions.Enable);

    public static Assembly Compile(string assemblyName, string source) =>
        Compile(assemblyName, source, ReferenceAssemblies.Net80WithAttributes, LanguageVersion.CSharp12, Options);

    /// <summary>The same in a Debug build, and without overflow checks.</summary>
    public static Assembly CompileDebug(string assemblyName, string source) => Compile(
        assemblyName, source, ReferenceAssemblies.Net80WithAttributes, LanguageVersion.CSharp12, Options.WithOptimizationLevel(OptimizationLevel.Debug).WithOverflowChecks(false));

    /// <summary>The same for a framework without vectors, with its own default language: it runs on .NET, too.</summary>
    public static Assembly CompileScalar(string assemblyName, string source, CodeForm form) => Compile(
        assemblyName,
        source,
        form == CodeForm.Spans ? ReferenceAssemblies.Standard20WithSpans : ReferenceAssemblies.Standard20WithAttributes,
        LanguageVersion.CSharp7_3,
        Options.WithNullableContextOptions(NullableContextOptions.Disable));

    /// <summary>A program of its own, in a Release build without overflow checks.</summary>
    public static byte[] CompileProgram(string assemblyName, string source) => Emit(
        assemblyName,
        source,
        ReferenceAssemblies.Net80WithAttributes,
        LanguageVersion.CSharp12,
        Options.WithOutputKind(OutputKind.ConsoleApplication).WithOverflowChecks(false));

    /// <summary>A program for another framework, in the language of these tests.</summary>
    public static byte[] CompileProgram(string assemblyName, string source, ImmutableArray<MetadataReference> framework) => Emit(
        assemblyName,
        source,
        framework.Add(MetadataReference.CreateFromFile(typeof(SoftmaxAttribute).Assembly.Location)),
        LanguageVersion.Latest,
        Options.WithOutputKind(OutputKind.ConsoleApplication).WithOverflowChecks(false));

    private static Assembly Compile(
        string assemblyName, string source, ImmutableArray<MetadataReference> references, LanguageVersion language, CSharpCompilationOptions options) =>
        Assembly.Load(Emit(assemblyName, source, references, language, options));

    private static byte[] Emit(
        string assemblyName, string source, ImmutableArray<MetadataReference> references, LanguageVersion language, CSharpCompilationOptions options)
    {
        CSharpParseOptions parseOptions = new(language, DocumentationMode.Diagnose);
        Compilation compilation = CSharpCompilation.Create(
            assemblyName, [CSharpSyntaxTree.ParseText(source, parseOptions, "Hosts.cs")], references, options);
        CSharpGeneratorDriver.Create([new SoftmaxGenerator().AsSourceGenerator()], parseOptions: parseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out compilation, out var generatorDiagnostics);

        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        string[] complaints = [.. generatorDiagnostics.Concat(result.Diagnostics)
            .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)
            .Select(Describe)];
        Assert.True(result.Success && complaints.Length == 0, string.Join("\n", complaints.Take(20)));
        return image.ToArray();
    }

    private static string Describe(Diagnostic diagnostic)
    {
        string line = diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString() ?? "";
        return $"{diagnostic} | {line.Trim()}";
    }
}
