using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SoftmaxGen.CodeFixes;
using SoftmaxGen.CodeFixes.Tests.Infrastructure;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Corpus;

/// <summary>The share of the reports that a fix is offered for, each file as a project of its own. Only members in which everything could be bound count, as the packages of public code are not at hand, and only rules that have a fix.</summary>
internal static class FixShare
{
    private static readonly ImmutableArray<CodeFixProvider> Providers = EachKind.Of<CodeFixProvider>(typeof(EquivalenceKeys));

    public static int Run(string folder)
    {
        // A debug build of the fixes says why there is none.
        StringWriter reasons = new();
        Trace.Listeners.Add(new TextWriterTraceListener(reasons));

        List<(string Rule, bool IsFixed)> reports = [];
        using AdhocWorkspace workspace = new();
        foreach (var path in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).DistinctBy(File.ReadAllText))
        {
            var document = workspace.AddProject(ProjectInfo.Create(
                    ProjectId.CreateNewId(), VersionStamp.Default, path, "Corpus", LanguageNames.CSharp,
                    compilationOptions: Compilations.Options, parseOptions: Compilations.ParseOptions, metadataReferences: ReferenceAssemblies.Net80WithAttributes))
                .AddAnalyzerReference(GeneratorReference.Instance)
                .AddDocument(path, SourceText.From(File.ReadAllText(path)), filePath: path);
            foreach (var diagnostic in Compilations.Analyze(document.Project.GetCompilationAsync().GetAwaiter().GetResult()!).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
            {
                // A hidden one is no report, but a place for a fix.
                if (diagnostic.Severity == DiagnosticSeverity.Hidden || !Providers.Any(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)) || !IsTyped(document, diagnostic))
                    continue;
                reasons.GetStringBuilder().Clear();
                var isFixed = HasFix(document, diagnostic);
                reports.Add((diagnostic.Id, isFixed));
                if (!isFixed)
                    Console.WriteLine($"no fix: {diagnostic.Id} {Path.GetRelativePath(folder, path)}:{Compilations.Line(diagnostic)} {string.Join("; ", reasons.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct())}");
            }

            workspace.ClearSolution();
        }

        foreach (var rule in reports.GroupBy(report => report.Rule).OrderBy(group => group.Key, StringComparer.Ordinal))
            Console.WriteLine($"{rule.Key}    {CaseScore.Rate(rule.Count(report => report.IsFixed), rule.Count())} with a fix");
        Console.WriteLine($"in all     {CaseScore.Rate(reports.Count(report => report.IsFixed), reports.Count)} with a fix");
        return 0;
    }

    private static bool IsTyped(Document document, Diagnostic diagnostic)
    {
        var member = document.GetSyntaxRootAsync().GetAwaiter().GetResult()!.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return member is not null && document.GetSemanticModelAsync().GetAwaiter().GetResult()!.GetDiagnostics(member.Span).All(static error => error.Severity != DiagnosticSeverity.Error);
    }

    private static bool HasFix(Document document, Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        foreach (var provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default)).GetAwaiter().GetResult();
        return actions.Count > 0;
    }
}
