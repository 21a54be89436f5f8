using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Fuzz.Tests.Programs;

namespace SoftmaxGen.Fuzz.Tests.Checks;

/// <summary>The generator neither throws nor reports, writes C# whatever it reads, and the same in any order of the files.</summary>
internal static class GeneratorCheck
{
    private const string Kernels = "SoftmaxGen.Kernels.g.cs";

    /// <returns>The program with what was generated.</returns>
    public static Compilation Run(FuzzedProgram program, CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        Compilation output = Generate(program, compilation, cancellationToken, out ImmutableArray<GeneratedSourceResult> sources);
        foreach (GeneratedSourceResult source in sources)
        {
            Diagnostic? error = source.SyntaxTree.GetDiagnostics(cancellationToken).FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            FuzzFailure.If(error is not null, () => $"{source.HintName} does not parse: {error}");
        }

        Generate(program, program.Compile(isReversed: true), cancellationToken, out ImmutableArray<GeneratedSourceResult> again);
        FuzzFailure.If(Describe(sources) != Describe(again), () => "Other text for another order of the files");
        return output;
    }

    /// <summary>Where nothing is wrong with the program, nothing is wrong with the files of the hosts.</summary>
    public static void CheckErrors(CSharpCompilation compilation, Compilation output, CancellationToken cancellationToken)
    {
        // Three of them, as to compile a hundred would take longer than all else.
        foreach (SyntaxTree tree in output.SyntaxTrees.Except(compilation.SyntaxTrees).Where(tree => Path.GetFileName(tree.FilePath) != Kernels).Take(3))
        {
            Diagnostic? error = output.GetSemanticModel(tree).GetDiagnostics(null, cancellationToken).FirstOrDefault(IsError);
            FuzzFailure.If(error is not null, () => $"{tree.FilePath} does not compile: {error}");
        }
    }

    private static Compilation Generate(FuzzedProgram program, CSharpCompilation compilation, CancellationToken cancellationToken, out ImmutableArray<GeneratedSourceResult> sources)
    {
        GeneratorDriver driver = CSharpGeneratorDriver
            .Create([new SoftmaxGenerator().AsSourceGenerator()], parseOptions: program.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics, cancellationToken);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        FuzzFailure.If(result.Exception is not null, () => $"The generator threw {result.Exception}");
        FuzzFailure.If(!diagnostics.IsEmpty, () => $"The generator reported {diagnostics[0]}");
        sources = result.GeneratedSources;
        return output;
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static string Describe(ImmutableArray<GeneratedSourceResult> sources) =>
        string.Concat(sources.OrderBy(source => source.HintName, StringComparer.Ordinal).Select(source => $"{source.HintName}\n{source.SourceText}\n"));
}
