using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SoftmaxGen.CodeFixes;
using SoftmaxGen.Fuzz.Tests.Programs;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Fuzz.Tests.Checks;

/// <summary>Each fix that is offered changes the program into one that parses as well and has no more errors.</summary>
internal static class FixCheck
{
    private static readonly ImmutableArray<CodeFixProvider> Providers = EachKind.Of<CodeFixProvider>(typeof(EquivalenceKeys));

    /// <returns>How many fixes were tried.</returns>
    public static async Task<int> RunAsync(FuzzedProgram program, int errors, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        ImmutableArray<Diagnostic> fixable = [.. diagnostics.Where(diagnostic => Providers.Any(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))];
        if (fixable.IsEmpty)
            return 0;

        Project project = program.Framework.OpenProject(program.Options, program.ParseOptions);
        foreach ((int index, string text) in program.Files.Index())
            project = project.AddDocument($"File{index}.cs", text, filePath: FuzzedProgram.PathOf(index)).Project;

        string old = string.Join('\n', program.Files);
        int count = 0;
        foreach (Diagnostic diagnostic in fixable)
        {
            Document document = project.Documents.Single(document => document.FilePath == diagnostic.Location.SourceTree!.FilePath);
            SyntaxTree tree = (await document.GetSyntaxTreeAsync(cancellationToken))!;
            Diagnostic moved = Diagnostic.Create(diagnostic.Descriptor, Location.Create(tree, diagnostic.Location.SourceSpan), diagnostic.AdditionalLocations.Select(location =>
                Location.Create((project.Documents.Single(other => other.FilePath == location.SourceTree!.FilePath).GetSyntaxTreeAsync(cancellationToken).Result)!, location.SourceSpan)), diagnostic.Properties);
            List<CodeAction> actions = [];
            foreach (CodeFixProvider provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
                await provider.RegisterCodeFixesAsync(new CodeFixContext(document, moved, (action, _) => actions.Add(action), cancellationToken));
            foreach (CodeAction action in actions)
            {
                ApplyChangesOperation operation = (await action.GetOperationsAsync(cancellationToken)).OfType<ApplyChangesOperation>().Single();
                await CheckAsync(action.Title, old, operation.ChangedSolution.GetProject(project.Id)!, errors, cancellationToken);
                count++;
            }
        }

        return count;
    }

    private static async Task CheckAsync(string title, string old, Project after, int errors, CancellationToken cancellationToken)
    {
        Compilation changed = (await after.GetCompilationAsync(cancellationToken))!;
        string text = string.Join('\n', changed.SyntaxTrees);
        FuzzFailure.If(text == old, () => $"'{title}' changes nothing");
        int now = CountErrors(changed, cancellationToken);
        FuzzFailure.If(now > errors, () =>
            $"'{title}' brings {now - errors} errors:\n{string.Join('\n', changed.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))}\n{text}");
    }

    private static int CountErrors(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.GetDiagnostics(cancellationToken).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
