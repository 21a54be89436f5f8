using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SoftmaxGen.Stability;
using SoftmaxGen.Target;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Benchmarks.AnalyzerCost;

/// <summary>Sources that are compiled again and again, with the analyzers and without.</summary>
internal sealed class AnalyzedProject(string name, IReadOnlyList<SourceText> sources)
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);
    private static readonly ImmutableArray<DiagnosticAnalyzer> None = [new IdleAnalyzer()];
    private static readonly ImmutableArray<DiagnosticAnalyzer> All = [new IdleAnalyzer(), new SoftmaxAnalyzer(), new SoftmaxTargetAnalyzer()];

    public string Name => name;

    public int Files => sources.Count;

    public long Lines { get; } = sources.Sum(source => (long)source.Lines.Count);

    public static AnalyzedProject FromFolder(DirectoryInfo folder) => new(
        folder.Name,
        [.. folder.EnumerateFiles("*.cs", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal).Select(Read)]);

    public static AnalyzedProject FromCopies(string name, string code, int count) => new(
        name,
        [.. Enumerable.Range(0, count).Select(i => SourceText.From($"namespace Copy{i};\n{code}"))]);

    /// <summary>Parsing, binding and emitting: a build without any analyzer.</summary>
    public TimeSpan Compile()
    {
        GC.Collect();
        TimeSpan start = Now();
        Parse().Emit(Stream.Null);
        return Now() - start;
    }

    /// <summary>The generator on its own; whether it failed, the compiler reports as CS8785.</summary>
    public (TimeSpan Time, ImmutableArray<Diagnostic> Diagnostics) Generate()
    {
        CSharpCompilation compilation = Parse();
        GC.Collect();
        TimeSpan start = Now();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new SoftmaxGenerator().AsSourceGenerator()], parseOptions: ParseOptions).RunGenerators(compilation);
        return (Now() - start, driver.GetRunResult().Diagnostics);
    }

    /// <summary>The part of the analyzers in a build that has others, too.</summary>
    public AnalysisCost Analyze()
    {
        // The first after a compilation allocates more, whatever it runs.
        Run(None, out _, out _);
        long idle = Run(None, out _, out _);
        long all = Run(All, out CompilationWithAnalyzers driver, out ImmutableArray<Diagnostic> diagnostics);
        TimeSpan time = All.Where(analyzer => analyzer is not IdleAnalyzer)
            .Aggregate(TimeSpan.Zero, (sum, analyzer) => sum + driver.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult().ExecutionTime);
        return new(time, all - idle, diagnostics);
    }

    private long Run(ImmutableArray<DiagnosticAnalyzer> analyzers, out CompilationWithAnalyzers driver, out ImmutableArray<Diagnostic> diagnostics)
    {
        GC.Collect();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        driver = Parse().WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        diagnostics = driver.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return GC.GetTotalAllocatedBytes(precise: true) - allocated;
    }

    private CSharpCompilation Parse() => CSharpCompilation.Create(
        "Project",
        sources.Select(source => CSharpSyntaxTree.ParseText(source, ParseOptions)),
        ReferenceAssemblies.Net80,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, concurrentBuild: false));

    private static SourceText Read(FileInfo file)
    {
        using FileStream stream = file.OpenRead();
        return SourceText.From(stream);
    }

    private static TimeSpan Now()
    {
        using Process process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}

/// <summary>What the analyzers cost in one compilation.</summary>
/// <param name="Time">What <c>-reportanalyzer</c> prints for them.</param>
/// <param name="Allocated">Bytes that they allocate.</param>
/// <param name="Diagnostics">What they found.</param>
internal sealed record AnalysisCost(TimeSpan Time, long Allocated, ImmutableArray<Diagnostic> Diagnostics);
