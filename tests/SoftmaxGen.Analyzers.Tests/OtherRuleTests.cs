using SoftmaxGen.Analyzers.Tests.Infrastructure;
using SoftmaxGen.Stability;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Analyzers.Tests;

public class OtherRuleTests
{
    public static TheoryData<string> Cases => CaseFile.Names("OtherRules");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Marked_places_are_reported_and_no_others(string name) =>
        Analysis.Verify(CaseFile.Code(name, "OtherRules"), name.Split(' ')[0]);

    [Fact]
    public void Every_rule_has_cases_with_and_without_it()
    {
        ILookup<string, bool> marked = CaseFile.Read("OtherRules").ToLookup(part => part.Name.Split(' ')[0], part => part.Code.Contains("{|", StringComparison.Ordinal));
        IEnumerable<string> rules = new SoftmaxAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Where(id => id != "SMX1001");
        Assert.All(rules, id => Assert.Equal([false, true], marked[id].Distinct().Order()));
    }
}
