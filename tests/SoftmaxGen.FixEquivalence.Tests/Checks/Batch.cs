using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SoftmaxGen.CodeFixes;
using SoftmaxGen.CodeFixes.Infrastructure;
using SoftmaxGen.Target;
using SoftmaxGen.Tests;

namespace SoftmaxGen.FixEquivalence.Tests.Checks;

/// <summary>Some programs in one project: analysed, fixed one by one, and compiled together, once as they were and once as the fixes leave them.</summary>
internal static class Batch
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = EachKind.Of<DiagnosticAnalyzer>(typeof(SoftmaxTargetAnalyzer));

    private static readonly ImmutableArray<CodeFixProvider> Providers = EachKind.Of<CodeFixProvider>(typeof(EquivalenceKeys));

    // A fix is worked out before it is offered: those that are not asked for need not be.
    private static readonly PropertyInfo KeyOfProvider = typeof(SoftmaxCodeFixProvider).GetProperty("EquivalenceKey", BindingFlags.Instance | BindingFlags.NonPublic)!;

    private static readonly MetadataReference Tensors = MetadataReference.CreateFromFile(
        typeof(Batch).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "TensorsAssembly").Value!);

    // What is in the framework is bound once for all batches.
    private static readonly AdhocWorkspace Workspace = new();

    private static readonly Project Empty = Workspace.AddProject(ProjectInfo.Create(
        ProjectId.CreateNewId(), VersionStamp.Default, "Programs", "Programs", LanguageNames.CSharp,
        compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false),
        parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12),
        metadataReferences: [.. ReferenceAssemblies.Net80WithAttributes, Tensors]));

    /// <param name="programs">The programs, by number.</param>
    /// <param name="keys">The fixes to apply, by their equivalence keys.</param>
    public static async Task<IReadOnlyList<FixedProgram>> FixAsync(IReadOnlyDictionary<int, string> programs, IReadOnlySet<string> keys)
    {
        Dictionary<string, int> numbers = programs.Keys.ToDictionary(number => $"/Program{number}.cs");
        Project project = programs.Aggregate(Empty, (project, program) =>
            project.AddDocument($"Program{program.Key}.cs", SourceText.From(program.Value), filePath: $"/Program{program.Key}.cs").Project);
        Compilation compilation = (await project.GetCompilationAsync())!;
        CompilationWithAnalyzers analyzed = compilation.WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        ILookup<int, Diagnostic> found = (await analyzed.GetAnalyzerDiagnosticsAsync()).Where(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden).ToLookup(diagnostic => numbers[diagnostic.Location.SourceTree!.FilePath]);

        Dictionary<int, (string Text, string Key)> fixes = [];
        foreach (Document document in project.Documents)
        {
            int number = numbers[document.FilePath!];
            if (await FixAsync(document, [.. found[number].OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)], keys) is { } change)
                fixes.Add(number, change);
        }

        Assembly before = Load(compilation);
        Project changed = fixes.Aggregate(project, (current, change) =>
            current.GetDocument(project.Documents.Single(document => document.FilePath == $"/Program{change.Key}.cs").Id)!.WithText(SourceText.From(change.Value.Text)).Project);
        Assembly after = Load((await changed.GetCompilationAsync())!);
        return [.. programs.Select(program => new FixedProgram(program.Key, program.Value, found[program.Key].Any(), fixes.TryGetValue(program.Key, out var change) ? change.Text : null, change.Key, Run(before, program.Key), Run(after, program.Key)))];
    }

    private static async Task<(string Text, string Key)?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, IReadOnlySet<string> keys)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            foreach (CodeFixProvider provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id) && keys.Contains((string)KeyOfProvider.GetValue(provider)!)))
            {
                List<CodeAction> actions = [];
                await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));
                if (actions.FirstOrDefault(action => keys.Contains(action.EquivalenceKey!)) is not { } action)
                    continue;
                Solution changed = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
                return ((await changed.GetDocument(document.Id)!.GetTextAsync()).ToString(), action.EquivalenceKey!);
            }
        }

        return null;
    }

    private static Assembly Load(Compilation compilation)
    {
        using MemoryStream image = new();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5).Select(diagnostic => $"{diagnostic}\n{diagnostic.Location.SourceTree}")));
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }

    private static Func<double[], double[]> Run(Assembly assembly, int number) =>
        (assembly.GetType($"Program{number}") ?? assembly.GetType($"Program{number}.Entry"))!.GetMethod("Run")!.CreateDelegate<Func<double[], double[]>>();
}
