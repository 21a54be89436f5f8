using Microsoft.CodeAnalysis;
using SoftmaxGen.Generator.Tests.Infrastructure;
using SoftmaxGen.Parsing;
using SoftmaxGen.Target;

namespace SoftmaxGen.Generator.Tests.Diagnostics;

public class RulePageTests
{
    private static readonly IReadOnlyCollection<DiagnosticDescriptor> Rules = new SoftmaxTargetAnalyzer().SupportedDiagnostics;

    [Fact]
    public void Every_kind_of_violation_has_a_rule() =>
        Assert.Equal(Enum.GetValues<ViolationKind>().Length, Rules.DistinctBy(rule => rule.Id).Count());

    [Fact]
    public void Every_rule_links_to_its_page() => Assert.All(Rules, rule =>
    {
        Assert.Equal($"https://github.com/softmaxgen/SoftmaxGen/blob/main/docs/rules/{rule.Id}.md", rule.HelpLinkUri);
        string page = File.ReadAllText(Path.Combine(ProjectFolder.Path, "..", "..", "docs", "rules", $"{rule.Id}.md"));
        Assert.StartsWith($"# {rule.Id}: {rule.Title}\n", page);
    });
}
