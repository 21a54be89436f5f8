using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace SoftmaxGen.CodeFixes.Infrastructure;

/// <summary>
/// One fix. It is worked out before it is offered, and offered only when the result compiles as well as the code did before.
/// Several of them in a document are applied one after the other, since each may declare a variable that the next has to see.
/// </summary>
public abstract class SoftmaxCodeFixProvider : CodeFixProvider
{
    protected abstract string Title { get; }

    protected abstract string EquivalenceKey { get; }

    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
        await SequentialFixes.ApplyAsync(document, diagnostics, TryFixAsync, context.CancellationToken).ConfigureAwait(false) is { } changed
            ? await TextStyle.AsTextAsync(document, changed, context.CancellationToken).ConfigureAwait(false)
            : null);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await TryFixAsync(context.Document, diagnostic, diagnostic.Location.SourceSpan.Start, context.CancellationToken).ConfigureAwait(false) is not { } changed)
                continue;
            changed = await TextStyle.AsTextAsync(context.Document, changed, context.CancellationToken).ConfigureAwait(false);
            context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(changed), EquivalenceKey), diagnostic);
        }
    }

    /// <summary>The document with the node fixed, or null where this fix does not know how.</summary>
    private protected virtual Task<Document?> FixAsync(BoundDocument document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult(Fix(document, node, diagnostic, cancellationToken));

    /// <summary>The same for a fix of one step, which needs no other document than the one at hand.</summary>
    private protected virtual Document? Fix(BoundDocument document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken) => null;

    private async Task<Document?> TryFixAsync(Document document, Diagnostic diagnostic, int position, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var open = await BoundDocument.OfAsync(document, cancellationToken).ConfigureAwait(false);
        var span = new TextSpan(position, diagnostic.Location.SourceSpan.Length);
        if (!open.Root.FullSpan.Contains(span))
            return null;

        var node = open.Root.FindNode(span, getInnermostNodeForTie: true);
        if (ConditionalText.IsInMemberOf(node))
            return null;
        var changed = await FixAsync(open, node, diagnostic, cancellationToken).ConfigureAwait(false);
        if (changed is null)
            return null;
        changed = await TidyAsync(document, changed, cancellationToken).ConfigureAwait(false);
        if (changed is null)
            return null;
        return await NewErrors.IsKeptAsync(document, changed, cancellationToken).ConfigureAwait(false)
            && !await ConditionalText.IsChangedAsync(document, changed, cancellationToken).ConfigureAwait(false) ? changed : null;
    }

    private static async Task<Document?> TidyAsync(Document document, Document changed, CancellationToken cancellationToken)
    {
        try
        {
            var options = await TextStyle.OptionsOfAsync(document, cancellationToken).ConfigureAwait(false);
            changed = await Simplifier.ReduceAsync(changed, Simplifier.Annotation, cancellationToken: cancellationToken).ConfigureAwait(false);
            changed = await Formatter.FormatAsync(changed, Formatter.Annotation, options, cancellationToken).ConfigureAwait(false);
            return await Formatter.FormatAsync(changed, SyntaxAnnotation.ElasticAnnotation, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Roslyn's formatter throws on some code that does not parse. It can wait for the fix until it does. What is elastic an editor
            // would format after the fix, where nothing catches that.
            return null;
        }
    }
}
