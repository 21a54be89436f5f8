using Microsoft.CodeAnalysis;

namespace SoftmaxGen.CodeFixes.Infrastructure;

/// <summary>Whether a change left a document as free of errors as it was.</summary>
internal static class NewErrors
{
    public static async Task<bool> IsKeptAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        var old = await before.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var @new = await after.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (old.ContentEquals(@new))
            return false;

        // A tree that was edited keeps the errors that its text was parsed with: what the new text is parsed as is another question.
        if (await before.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { ContainsDiagnostics: true })
            after = await TextStyle.AsTextAsync(before, after, cancellationToken).ConfigureAwait(false);
        var errors = await CountErrorsAsync(after, cancellationToken).ConfigureAwait(false);
        return errors == 0 || errors <= await CountErrorsAsync(before, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> CountErrorsAsync(Document document, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model?.GetDiagnostics(cancellationToken: cancellationToken).Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ?? 0;
    }
}
