using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SoftmaxGen.Target;
using SoftmaxGen.Tests;

namespace SoftmaxGen.CodeFixes.Tests.Infrastructure;

/// <summary>A project in an IDE: its diagnostics, and what the fixes make of it.</summary>
internal sealed class FixedProject
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = EachKind.Of<DiagnosticAnalyzer>(typeof(SoftmaxTargetAnalyzer));

    public static ImmutableArray<CodeFixProvider> Providers { get; } = EachKind.Of<CodeFixProvider>(typeof(EquivalenceKeys));

    private FixedProject(Solution solution) => Solution = solution;

    public Solution Solution { get; }

    public static FixedProject Of(params string[] sources) => Of([sources]);

    /// <summary>A solution with a project for each list of sources.</summary>
    public static FixedProject Of(string[][] projects)
    {
        Solution solution = new AdhocWorkspace().CurrentSolution;
        foreach ((int index, string[] sources) in projects.Index())
        {
            ProjectId project = ProjectId.CreateNewId();
            solution = solution.AddProject(ProjectInfo.Create(
                project, VersionStamp.Default, $"Project{index}", $"Project{index}", LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true),
                parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12),
                metadataReferences: [.. ReferenceAssemblies.Net80WithAttributes, Tensors]));
            foreach ((int number, string source) in sources.Index())
            {
                string file = $"/Project{index}/File{number}.cs";
                solution = solution.AddDocument(DocumentId.CreateNewId(project), $"File{number}.cs", SourceText.From(source), filePath: file);
            }
        }

        return new FixedProject(solution);
    }

    /// <summary>One file in a project for two frameworks, each of which defines a symbol: to the workspace these are two projects.</summary>
    public static FixedProject OfFrameworks(string source, params string[] symbols)
    {
        Solution solution = Of([.. symbols.Select(_ => new[] { source })]).Solution;
        foreach ((Project project, string symbol) in solution.Projects.Zip(symbols))
        {
            solution = solution.WithProjectParseOptions(project.Id, new CSharpParseOptions(LanguageVersion.CSharp12, preprocessorSymbols: [symbol]))
                .WithDocumentFilePath(project.DocumentIds.Single(), "/File.cs");
        }

        return new FixedProject(solution);
    }

    /// <summary>The same with the generator at work, as in a consumer.</summary>
    public FixedProject WithGenerator() => new(
        Solution.ProjectIds.Aggregate(Solution, (solution, id) => solution.AddAnalyzerReference(id, GeneratorReference.Instance)));

    public static string TensorsPath { get; } =
        typeof(FixedProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "TensorsAssembly").Value!;

    private static MetadataReference Tensors { get; } = MetadataReference.CreateFromFile(TensorsPath);

    private IEnumerable<Document> Documents => Solution.Projects.SelectMany(project => project.Documents);

    public string Text => Texts.Single();

    public IReadOnlyList<string> Texts => [.. Documents.Select(document => document.GetTextAsync().Result.ToString())];

    public async Task<Compilation> CompileAsync() => (await Solution.Projects.First().GetCompilationAsync())!;

    /// <summary>The compiler's errors in the sources. What is generated has tests of its own, and takes seconds to compile.</summary>
    public async Task<IReadOnlyList<string>> ErrorsAsync() =>
        [.. (await Task.WhenAll(Documents.Select(document => document.GetSemanticModelAsync()))).SelectMany(model => model!.GetDiagnostics())
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];

    /// <summary>What the package's analyzers report, in the order of the files.</summary>
    public async Task<IReadOnlyList<(Document Document, Diagnostic Diagnostic)>> DiagnoseAsync()
    {
        List<(Document, Diagnostic)> found = [];
        foreach (Project project in Solution.Projects)
        {
            CompilationWithAnalyzers analyzed = (await project.GetCompilationAsync())!.WithAnalyzers(Analyzers, new AnalyzerOptions([]));
            foreach (Diagnostic diagnostic in (await DiagnoseAsync(project, analyzed)).OrderBy(diagnostic => (diagnostic.Location.SourceTree!.FilePath, diagnostic.Location.SourceSpan.Start)))
                found.Add((project.GetDocument(diagnostic.Location.SourceTree)!, diagnostic));
        }

        return found;
    }

    // File by file, as an editor does it, where there are generated files besides: the analyzers leave these alone, but the whole compilation would be bound for them.
    private static async Task<IEnumerable<Diagnostic>> DiagnoseAsync(Project project, CompilationWithAnalyzers analyzed) => project.AnalyzerReferences.Any()
        ? (await Task.WhenAll(project.Documents.Select(async document => await analyzed.GetAnalyzerSemanticDiagnosticsAsync((await document.GetSemanticModelAsync())!, null, default)))).SelectMany(found => found)
        : await analyzed.GetAnalyzerDiagnosticsAsync();

    /// <summary>The fixes that an IDE would list.</summary>
    public async Task<IReadOnlyList<(CodeAction Action, CodeFixProvider Provider, Document Document, Diagnostic Diagnostic)>> OffersAsync()
    {
        List<(CodeAction, CodeFixProvider, Document, Diagnostic)> offers = [];
        foreach ((Document document, Diagnostic diagnostic) in await DiagnoseAsync())
        {
            foreach (CodeFixProvider provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
                await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offers.Add((action, provider, document, diagnostic)), default));
        }

        return offers;
    }

    /// <summary>The project after the first fix with the key.</summary>
    public async Task<FixedProject> FixAsync(string key)
    {
        CodeAction? action = (await OffersAsync()).FirstOrDefault(offer => offer.Action.EquivalenceKey == key).Action;
        Assert.True(action is not null, $"No such fix for: {string.Join(", ", (await DiagnoseAsync()).Select(found => found.Diagnostic))}");
        return await ApplyAsync(action);
    }

    public async Task<FixedProject> FixAllAsync(string key, FixAllScope scope, CancellationToken cancellationToken = default)
    {
        var offer = (await OffersAsync()).First(offer => offer.Action.EquivalenceKey == key);
        FixAllContext context = new(offer.Document, offer.Provider, scope, key, [offer.Diagnostic.Id], new Diagnosed(await DiagnoseAsync()), cancellationToken);
        return await ApplyAsync((await offer.Provider.GetFixAllProvider()!.GetFixAsync(context))!, cancellationToken);
    }

    private static async Task<FixedProject> ApplyAsync(CodeAction action, CancellationToken cancellationToken = default) =>
        new((await action.GetOperationsAsync(cancellationToken)).OfType<ApplyChangesOperation>().Single().ChangedSolution);

    private sealed class Diagnosed(IReadOnlyList<(Document Document, Diagnostic Diagnostic)> found) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(found.Where(one => one.Document.Project.Id == project.Id).Select(one => one.Diagnostic));

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(found.Where(one => one.Document.Id == document.Id).Select(one => one.Diagnostic));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
