using System.Reflection;
using Microsoft.CodeAnalysis;
using SoftmaxGen.Stability;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>Title, category and severity of a rule are the same wherever they are written.</summary>
public class RulePageTests
{
    private static readonly string Repository = typeof(RulePageTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryFolder").Value!;

    public static TheoryData<string> Rules => [.. new SoftmaxAnalyzer().SupportedDiagnostics.Select(rule => rule.Id)];

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
}
