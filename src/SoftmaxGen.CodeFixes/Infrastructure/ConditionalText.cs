using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SoftmaxGen.CodeFixes.Infrastructure;

/// <summary>
/// Text between <c>#if</c> and <c>#endif</c> of a file that several projects share, such as those that a project for two frameworks is to the workspace. Each of them sees another branch,
/// and `dotnet format` merges what is changed in each by leaving conflict markers.
/// </summary>
internal static class ConditionalText
{
    public static async Task<bool> IsChangedAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        if (before.GetLinkedDocumentIds().IsEmpty || await before.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { ContainsDirectives: true } root)
            return false;
        var changes = await after.GetTextChangesAsync(before, cancellationToken).ConfigureAwait(false);
        var regions = root.DescendantNodes(descendIntoTrivia: true).OfType<IfDirectiveTriviaSyntax>()
            .Select(static start => start.GetRelatedDirectives())
            .Select(static directives => TextSpan.FromBounds(directives[0].SpanStart, directives[directives.Count - 1].Span.End))
            .ToList();
        return changes.Any(change => regions.Any(region => region.IntersectsWith(change.Span)));
    }
}
