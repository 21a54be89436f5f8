using SoftmaxGen.Docs.Tests.Infrastructure;

namespace SoftmaxGen.Docs.Tests;

/// <summary>What the page of a rule shows: its code before gets the rule, its code after gets nothing and compiles.</summary>
public class RulePageTests
{
    // The two whose wrong code is a project file.
    private static readonly string[] WithoutCode = ["SMX0009", "SMX0010", "SMX0011"];

    // Hidden: it tells where a generated softmax can take the place of a right one.
    private const string UseGenerated = "SMX2001";

    public static TheoryData<string> Pages => [.. RuleExample.All.Keys];

    [Fact]
    public void Every_page_of_a_rule_about_code_shows_code() =>
        Assert.Equal(Rules.All.Select(rule => rule.Id).Except(WithoutCode), RuleExample.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_code_before_gets_the_rule(string id) =>
        Assert.Contains(await RuleExample.All[id].Before.DiagnoseAsync(), diagnostic => diagnostic.Contains($" {id}: ", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_code_after_compiles_and_gets_no_rule(string id) =>
        Assert.DoesNotContain(await RuleExample.All[id].After.DiagnoseAsync(), diagnostic => id == UseGenerated || !diagnostic.Contains($" {UseGenerated}: ", StringComparison.Ordinal));
}
