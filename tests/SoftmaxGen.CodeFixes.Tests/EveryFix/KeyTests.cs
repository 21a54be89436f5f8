using System.Reflection;
using Microsoft.CodeAnalysis.CodeFixes;
using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests.EveryFix;

/// <summary>Equivalence keys are public behaviour: editors and tools apply fixes together by them.</summary>
public class KeyTests
{
    private static readonly Dictionary<string, string> Pinned = new()
    {
        ["MakePartialFix"] = "SoftmaxGen.MakePartial",
        ["LeaveOutJacobianFix"] = "SoftmaxGen.LeaveOutJacobian",
        ["SubtractMaximumFix"] = "SoftmaxGen.SubtractMaximum",
        ["ShiftTensorSoftMaxFix"] = "SoftmaxGen.ShiftTensorSoftMax",
        ["LogSoftmaxFix"] = "SoftmaxGen.UseLogSoftmax",
        ["StableSigmoidFix"] = "SoftmaxGen.UseStableSigmoid",
        ["StartAtNegativeInfinityFix"] = "SoftmaxGen.StartAtNegativeInfinity",
        ["SliceDestinationFix"] = "SoftmaxGen.SliceDestination",
        ["WidenSoftMaxFix"] = "SoftmaxGen.WidenSoftMax",
        ["AccurateLog1PFix"] = "SoftmaxGen.AccurateLog1P",
        ["EntropyOfZeroFix"] = "SoftmaxGen.EntropyOfZero",
        ["UseGeneratedFix"] = "SoftmaxGen.UseGenerated",
        ["UseGeneratedOfAnyLengthFix"] = "SoftmaxGen.UseGeneratedOfAnyLength",
    };

    [Fact]
    public void Every_fix_has_a_key_of_its_own_and_a_sample()
    {
        IEnumerable<string> constants = typeof(EquivalenceKeys).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(Pinned.Values.Order(), constants.Order());
        Assert.Equal(Pinned.Keys.Order(), FixedProject.Providers.Select(provider => provider.GetType().Name).Order());
        Assert.Equal(Pinned.Values.Order(), Samples.Keys.Order());
        Assert.Equal(Pinned.Count, Pinned.Values.Distinct().Count());
    }

    [Fact]
    public async Task Offers_have_the_key_and_the_title_of_their_fix()
    {
        Dictionary<string, string> titles = [];
        foreach (string key in Samples.Keys)
        {
            foreach (var offer in await Samples.Project(key).OffersAsync())
            {
                Assert.Equal(Pinned[offer.Provider.GetType().Name], offer.Action.EquivalenceKey);
                Assert.Equal(titles.TryAdd(offer.Action.EquivalenceKey!, offer.Action.Title) ? offer.Action.Title : titles[offer.Action.EquivalenceKey!], offer.Action.Title);
            }
        }

        Assert.Equal(Pinned.Values.Order(), titles.Keys.Order());
        Assert.Equal(titles.Count, titles.Values.Distinct().Count());
    }

    [Fact]
    public void Every_fix_can_be_applied_in_all_scopes() => Assert.All(FixedProject.Providers, provider =>
    {
        IEnumerable<FixAllScope> scopes = provider.GetFixAllProvider()!.GetSupportedFixAllScopes();
        Assert.Superset(new HashSet<FixAllScope> { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution }, scopes.ToHashSet());
    });
}
