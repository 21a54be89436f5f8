using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests.EveryFix;

/// <summary>An editor may ask for the fixes of a diagnostic whose text someone has replaced in the meantime: there is none, and no exception.</summary>
public class ChangedTextTests
{
    public static TheoryData<string> Keys => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Nothing_is_offered_for_a_text_that_is_gone(string key)
    {
        var (_, provider, document, diagnostic) = (await Samples.Project(key).OffersAsync()).First(offer => offer.Action.EquivalenceKey == key);
        int length = (await document.GetTextAsync()).Length;
        string[] others =
        [
            "",
            $"// {new string('-', length)}",
            $"enum E {{ A = {string.Concat(Enumerable.Repeat("1 + ", length))}1 }}",
            $"partial class C {{ void M() {{ _ = {string.Concat(Enumerable.Repeat("1 + ", length))}1; }} }}",
        ];

        foreach (string other in others)
        {
            Document changed = document.WithText(SourceText.From(other));
            List<string> offers = [];
            await provider.RegisterCodeFixesAsync(new CodeFixContext(changed, diagnostic, (action, _) => offers.Add(action.Title), default));
            Assert.Empty(offers);
        }
    }
}
