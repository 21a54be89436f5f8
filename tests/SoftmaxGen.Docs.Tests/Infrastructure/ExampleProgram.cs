using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SoftmaxGen.Docs.Tests.Infrastructure;

/// <summary>An example as a reader would try it: pasted into Program.cs of a new console project that has the package.</summary>
internal sealed class ExampleProgram
{
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "Microsoft.ML.OnnxRuntime.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(SoftmaxAttribute).Assembly.Location),
    ];

    private readonly Compilation compilation;

    public ExampleProgram(string code)
    {
        CSharpParseOptions options = new(LanguageVersion.Latest, DocumentationMode.Parse);
        SyntaxTree program = CSharpSyntaxTree.ParseText(code, options, "Program.cs");
        bool isProgram = program.GetCompilationUnitRoot().Members.Any(member => member.IsKind(SyntaxKind.GlobalStatement));
        Compilation sources = CSharpCompilation.Create(
            $"Example{Guid.NewGuid():N}",
            [program, CSharpSyntaxTree.ParseText(ImplicitUsings, options, "Usings.cs")],
            References,
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                // Hidden rules are run only where someone asks for them.
                specificDiagnosticOptions: [KeyValuePair.Create("SMX2001", ReportDiagnostic.Info)],
                nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver
            .Create([new SoftmaxGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(sources, out compilation, out _);
    }

    /// <summary>The generated file of the only host.</summary>
    public string GeneratedHost => compilation.SyntaxTrees.Select(tree => tree.ToString()).Single(text => text.Contains("internal static class For_"));

    /// <summary>What the compiler and the package's analyzers have to say.</summary>
    public async Task<IEnumerable<string>> DiagnoseAsync()
    {
        CompilationWithAnalyzers analyzed = compilation.WithAnalyzers(Rules.Analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, true, false));
        return (await analyzed.GetAllDiagnosticsAsync())
            .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)
            .Select(diagnostic => diagnostic.ToString());
    }

    /// <summary>What the program prints.</summary>
    public string Run()
    {
        using MemoryStream image = new();
        if (compilation.Emit(image) is { Success: false } failure)
            return string.Join('\n', failure.Diagnostics);
        image.Position = 0;
        AssemblyLoadContext context = new(compilation.AssemblyName, isCollectible: true);
        TextWriter console = Console.Out;
        CultureInfo culture = CultureInfo.CurrentCulture;
        using StringWriter output = new() { NewLine = "\n" };
        try
        {
            Console.SetOut(output);
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var main = context.LoadFromStream(image).EntryPoint!;
            main.Invoke(null, main.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]);
            return output.ToString();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            Console.SetOut(console);
            context.Unload();
        }
    }
}
