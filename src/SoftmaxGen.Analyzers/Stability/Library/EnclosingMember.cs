using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Stability.Library;

internal static class EnclosingMember
{
    /// <summary>The member that code stands in; for statements of a program without a class, the whole program.</summary>
    public static SyntaxNode? Member(this SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is var member && member is GlobalStatementSyntax ? member.Parent : member;
}
