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
    /// <summary>Whether a part of the member around a node is there only under a condition: what is proven of one branch says nothing about the other.</summary>
    public static bool IsInMemberOf(SyntaxNode node)
    {
        SyntaxNode? member = node.AncestorsAndSelf().FirstOrDefault(static ancestor => ancestor is MemberDeclarationSyntax and not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax));
        if (member is GlobalStatementSyntax)
            member = member.Parent;
        return member is { ContainsDirectives: true } && member.DescendantTrivia().Any(trivia => member.Span.Contains(trivia.Span)
            && trivia.GetStructure() is ConditionalDirectiveTriviaSyntax { Condition: var condition } && condition.DescendantNodesAndSelf().Any(static part => part is IdentifierNameSyntax));
    }

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
