using Microsoft.CodeAnalysis.CodeFixes;
using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests.EveryFix;

/// <summary>Each fix in a document, a project and a solution: nothing is left to fix there, and nothing else is touched.</summary>
public class ScopeTests
{
    public static IEnumerable<object[]> Scopes =>
        from key in Samples.Keys
        from scope in new[] { (FixAllScope.Document, 1), (FixAllScope.Project, 2), (FixAllScope.Solution, 3) }
        select new object[] { key, scope.Item1, scope.Item2 };

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task A_scope_is_fixed_as_a_whole_and_alone(string key, FixAllScope scope, int fixedFiles)
    {
        FixedProject before = Samples.Solution(key);
        string id = (await before.OffersAsync()).First(offer => offer.Action.EquivalenceKey == key).Diagnostic.Id;
        Assert.Equal(2 * 3, await CountAsync(before, id));

        FixedProject after = await before.FixAllAsync(key, scope);

        Assert.Equal(2 * (3 - fixedFiles), await CountAsync(after, id));
        Assert.Equal(before.Texts.Skip(fixedFiles), after.Texts.Skip(fixedFiles));
        Assert.NotEqual(before.Texts[0], after.Texts[0]);
        Assert.All(after.Texts.Take(fixedFiles), text => Assert.Equal(after.Texts[0], text.Replace("Other", "Sample", StringComparison.Ordinal)));
        Assert.Empty((await after.ErrorsAsync()).Except(await before.ErrorsAsync()));
    }

    private static async Task<int> CountAsync(FixedProject project, string id) => (await project.DiagnoseAsync()).Count(found => found.Diagnostic.Id == id);
}
