using Microsoft.CodeAnalysis;

namespace SoftmaxGen.CodeFixes.Infrastructure;

/// <summary>Whether a change left a document as free of errors as it was.</summary>
internal static class Soundness
{
    public static async Task<bool> IsKeptAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        var old = await before.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var @new = await after.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return !old.ContentEquals(@new)
            && await CountErrorsAsync(after, cancellationToken).ConfigureAwait(false) <= await CountErrorsAsync(before, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> CountErrorsAsync(Document document, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model?.GetDiagnostics(cancellationToken: cancellationToken).Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ?? 0;
    }
}
