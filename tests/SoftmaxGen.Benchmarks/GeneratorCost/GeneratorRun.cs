using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Benchmarks.Timing;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Benchmarks.GeneratorCost;

/// <summary>A project with a number of hosts, and what the generator costs there.</summary>
internal sealed class GeneratorRun
{
    private const int LongestRow = 64;
    private const int Binds = 9;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);
    private static readonly SyntaxTree Elsewhere = Parse("internal static class Elsewhere { public static int F() => 1; }");
    private static readonly SyntaxTree AfterKeystroke = Parse("internal static class Elsewhere { public static int F() => 12; }");

    private readonly CSharpCompilation compilation;

    public GeneratorRun(int hosts)
    {
        Hosts = hosts;
        compilation = Compile(Enumerable.Range(0, hosts).Select(Declaration));
    }

    public int Hosts { get; }

    /// <summary>Measures once; <paramref name="compile"/> says whether to compile the result, too, which takes far longer.</summary>
    public GeneratorTimes Measure(bool compile)
    {
        // What the compiler does anyway, and once, is not the generator's.
        CSharpCompilation fresh = compilation.Clone();
        _ = fresh.GetDiagnostics();

        GeneratorDriver driver = CSharpGeneratorDriver.Create([new SoftmaxGenerator().AsSourceGenerator()], parseOptions: ParseOptions);
        TimeSpan start = ThreadClock.Now;
        driver = driver.RunGeneratorsAndUpdateCompilation(fresh, out Compilation output, out _);
        TimeSpan cold = ThreadClock.Now - start;
        long bytes = driver.GetRunResult().GeneratedTrees.Sum(tree => (long)Encoding.UTF8.GetByteCount(tree.GetText().ToString()));

        CSharpCompilation edited = fresh.ReplaceSyntaxTree(Elsewhere, AfterKeystroke);
        start = ThreadClock.Now;
        driver = driver.RunGenerators(edited);
        TimeSpan keystroke = ThreadClock.Now - start;

        TimeSpan? compiled = null;
        if (compile)
        {
            start = ThreadClock.Now;
            if (!output.Emit(Stream.Null).Success)
                throw new InvalidOperationException("The emitted code does not compile.");
            compiled = ThreadClock.Now - start;
        }

        return new GeneratorTimes(Hosts, cold, keystroke, bytes, compiled);
    }

    /// <summary>So many hosts of the default members, of different lengths.</summary>
    public static string Declarations(int hosts) => string.Join('\n', Enumerable.Range(0, hosts).Select(Declaration));

    /// <summary>The size of what is emitted for hosts, and the least time to bind the file of one of them after an edit elsewhere, as an editor does that shows it.</summary>
    public static (long Bytes, TimeSpan Bind) Bind(string hosts)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new SoftmaxGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(Compile(["using SoftmaxGen;\n" + hosts]), out Compilation output, out _);
        GeneratedSourceResult[] files = [.. driver.GetRunResult().Results.Single().GeneratedSources];
        long bytes = files.Sum(static file => (long)Encoding.UTF8.GetByteCount(file.SourceText.ToString()));
        if (files.Length == 0)
            return (0, TimeSpan.Zero);

        SyntaxTree before = Elsewhere;
        TimeSpan least = TimeSpan.MaxValue;
        for (int i = 0; i < Binds; i++)
        {
            SyntaxTree after = i % 2 == 0 ? AfterKeystroke : Elsewhere;
            output = output.ReplaceSyntaxTree(before, after);
            before = after;
            TimeSpan start = ThreadClock.Now;
            _ = output.GetSemanticModel(files[0].SyntaxTree).GetDiagnostics();
            TimeSpan time = ThreadClock.Now - start;
            least = time < least ? time : least;
        }

        return (bytes, least);
    }

    private static string Declaration(int i) => $"[SoftmaxGen.Softmax({2 + (i % (LongestRow - 1))})] internal static partial class Host{i};";

    private static CSharpCompilation Compile(IEnumerable<string> sources) => CSharpCompilation.Create(
        "Consumer",
        [Elsewhere, .. sources.Select(Parse)],
        ReferenceAssemblies.Net80WithAttributes,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable));

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, ParseOptions);
}

/// <summary>What the generator cost.</summary>
/// <param name="Hosts">The number of types with the attribute.</param>
/// <param name="Cold">The first run of a new driver, where every host is new.</param>
/// <param name="Keystroke">The next run, after a change in a file without hosts.</param>
/// <param name="Bytes">The size of what is emitted.</param>
/// <param name="Compile">Compiling the project with what was emitted, the generator's own time not included.</param>
internal sealed record GeneratorTimes(int Hosts, TimeSpan Cold, TimeSpan Keystroke, long Bytes, TimeSpan? Compile);
