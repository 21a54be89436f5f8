using System.Reflection;
using Microsoft.CodeAnalysis;
using SoftmaxGen.Analyzers.Tests.Infrastructure;
using SoftmaxGen.Stability;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>The page of each rule shows code before and after as a diff: the first gets the diagnostic, the second does not.</summary>
public class RulePageTests
{
    private static readonly string Repository = typeof(RulePageTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryFolder").Value!;

    public static TheoryData<string> Rules => [.. new SoftmaxAnalyzer().SupportedDiagnostics.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_code_before_gets_the_diagnostic_and_the_code_after_does_not(string id)
    {
        string[] diff = ReadPage(id).Split("```diff\n")[1].Split("\n```")[0].Split('\n');
        Assert.Contains(Diagnose(diff, removed: '-'), diagnostic => diagnostic.Id == id);
        Assert.DoesNotContain(Diagnose(diff, removed: '+'), diagnostic => diagnostic.Id == id);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_page_and_the_release_tracking_say_what_the_descriptor_says(string id)
    {
        DiagnosticDescriptor rule = new SoftmaxAnalyzer().SupportedDiagnostics.Single(rule => rule.Id == id);
        Assert.StartsWith($"# {id}: {rule.Title}\n\nCategory: {rule.Category} · Severity: {rule.DefaultSeverity.ToString().ToLowerInvariant()}\n", ReadPage(id));
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri);
        Assert.Contains($"\n{id} | {rule.Category} | {rule.DefaultSeverity} | [{rule.Title}]({rule.HelpLinkUri})\n",
            File.ReadAllText(Path.Combine(Repository, "src", "SoftmaxGen.Analyzers", "AnalyzerReleases.Unshipped.md")));
    }

    private static string ReadPage(string id) => File.ReadAllText(Path.Combine(Repository, "docs", "rules", $"{id}.md"));

    private static IEnumerable<Diagnostic> Diagnose(string[] diff, char removed)
    {
        // The lines of one side. `-` is the side before, and the page of a generated class shows a type that is not in question here.
        char other = removed == '-' ? '+' : '-';
        string code = string.Join("\n", diff.Where(line => line.Length > 0 && line[0] != other).Select(line => line[1..])) + "\n";
        return Analysis.Diagnose(Analysis.Compile(code.Contains("class ", StringComparison.Ordinal) ? code
            : code.StartsWith("static ", StringComparison.Ordinal) ? Analysis.InClass(code) : Analysis.InMethod(code.Replace("loss)", "loss0)", StringComparison.Ordinal))));
    }
}
