using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftmaxGen.CodeFixes.Infrastructure;
using SoftmaxGen.Target;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Docs.Tests.Infrastructure;

/// <summary>The analyzers of the package, and all rules that they or a build can break.</summary>
internal static partial class Rules
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = EachKind.Of<DiagnosticAnalyzer>(typeof(SoftmaxTargetAnalyzer));

    // What an editor's menu calls the fixes of each rule, in the order of the assembly, of which `dotnet format` takes the first.
    private static readonly ILookup<string, string> FixesByRule = EachKind.Of<CodeFixProvider>(typeof(SoftmaxCodeFixProvider))
        .OrderBy(fix => fix.GetType().MetadataToken)
        .SelectMany(fix => fix.FixableDiagnosticIds, (fix, rule) => (rule, Title: (string)fix.GetType().GetProperty("Title", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(fix)!))
        .ToLookup(fix => fix.rule, fix => fix.Title);

    public static IReadOnlyList<Rule> All { get; } = [.. OfAnalyzers().Concat(OfBuild()).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    private static IEnumerable<Rule> OfAnalyzers() => Analyzers
        .SelectMany(analyzer => analyzer.SupportedDiagnostics)
        .DistinctBy(rule => rule.Id)
        .Select(rule => new Rule(rule.Id, rule.Title.ToString(), rule.DefaultSeverity.ToString().ToLowerInvariant(), rule.HelpLinkUri, [.. FixesByRule[rule.Id]]));

    private static IEnumerable<Rule> OfBuild()
    {
        string targets = File.ReadAllText(Path.Combine(MarkdownFile.RepositoryFolder, "src", "SoftmaxGen.Package", "buildTransitive", "SoftmaxGen.targets"));
        foreach (Match error in BuildError().Matches(targets))
        {
            string id = error.Groups["id"].Value;
            string heading = MarkdownFile.At($"docs/rules/{id}.md").Text.Split('\n')[0];
            yield return new Rule(id, heading.Split(": ")[1], "error", error.Groups["link"].Value, []);
        }
    }

    [GeneratedRegex("Code=\"(?<id>[^\"]*)\".*?HelpLink=\"(?<link>[^\"]*)\"", RegexOptions.Singleline)]
    private static partial Regex BuildError();
}

/// <summary>What a rule's row and page say of it.</summary>
internal sealed record Rule(string Id, string Title, string Severity, string HelpLink, ImmutableArray<string> Fixes);
