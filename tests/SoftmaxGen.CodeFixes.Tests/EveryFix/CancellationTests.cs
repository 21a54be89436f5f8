using Microsoft.CodeAnalysis.CodeFixes;
using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests.EveryFix;

/// <summary>A fix that nobody waits for any more ends as cancelled: it neither fails nor goes on to the end.</summary>
public class CancellationTests
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    public static TheoryData<string> Keys => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task An_offer_ends(string key)
    {
        FixedProject project = Samples.Project(key);
        var (_, provider, document, diagnostic) = (await project.OffersAsync()).First(offer => offer.Action.EquivalenceKey == key);
        bool isOffered = false;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (_, _) => isOffered = true, Cancelled)));

        Assert.False(isOffered);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task All_at_once_ends(string key)
    {
        FixedProject project = Samples.Solution(key);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => project.FixAllAsync(key, FixAllScope.Solution, Cancelled));
    }

    // Where it is caught does not matter: whatever the moment, it is no other exception.
    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Cancellation_while_at_work_ends_as_cancelled_or_not_at_all(string key)
    {
        FixedProject project = Samples.Project(key);
        var (_, provider, document, diagnostic) = (await project.OffersAsync()).First(offer => offer.Action.EquivalenceKey == key);
        foreach (int turns in new[] { 0, 1, 3, 10, 30, 100 })
        {
            using CancellationTokenSource source = new();
            Task fix = Task.Run(() => provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (_, _) => { }, source.Token)));
            Thread.SpinWait(turns * 1000);
            await source.CancelAsync();
            Exception? exception = await Record.ExceptionAsync(() => fix);
            Assert.True(exception is null or OperationCanceledException, $"{exception}");
        }
    }
}
