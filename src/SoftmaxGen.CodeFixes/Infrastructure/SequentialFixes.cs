using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.CodeFixes.Infrastructure;

/// <summary>Applies many fixes to one document, each to the result of those before it.</summary>
internal static class SequentialFixes
{
    public static async Task<Document?> ApplyAsync(
        Document document,
        ImmutableArray<Diagnostic> diagnostics,
        Func<Document, Diagnostic, int, CancellationToken, Task<Document?>> fix,
        CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;

        // A mark on the first token of each place finds it again after the text before it has changed.
        var places = diagnostics
            .Where(diagnostic => root.FullSpan.Contains(diagnostic.Location.SourceSpan))
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => (Diagnostic: diagnostic, Token: root.FindToken(diagnostic.Location.SourceSpan.Start), Mark: new SyntaxAnnotation()))
            .ToList();
        root = root.ReplaceTokens(
            places.Select(place => place.Token).Distinct(),
            (token, current) => current.WithAdditionalAnnotations(places.Where(place => place.Token == token).Select(place => place.Mark)));

        var current = document.WithSyntaxRoot(root);
        var isChanged = false;
        foreach (var (diagnostic, _, mark) in places)
        {
            var place = (await current.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!.GetAnnotatedTokens(mark).FirstOrDefault();
            if (place.RawKind != 0 && await fix(current, diagnostic, place.SpanStart, cancellationToken).ConfigureAwait(false) is { } changed)
            {
                current = changed;
                isChanged = true;
            }
        }

        return isChanged ? current : null;
    }
}
