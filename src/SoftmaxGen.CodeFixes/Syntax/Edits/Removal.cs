using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace SoftmaxGen.CodeFixes.Syntax;

/// <summary>Takes code away: statements, and variables, whose declaration goes with the last of them.</summary>
internal static class Removal
{
    public static void RemoveAll(this SyntaxEditor editor, IEnumerable<SyntaxNode> nodes)
    {
        foreach (var group in nodes.Distinct().GroupBy(static node => node is VariableDeclaratorSyntax ? node.Parent! : node))
        {
            if (group.Key is VariableDeclarationSyntax declaration)
            {
                if (declaration.Variables.Count == group.Count())
                    Remove(editor, declaration.Parent!);
                else
                    group.ToList().ForEach(editor.RemoveNode);
            }
            else
            {
                Remove(editor, group.Key);
            }
        }
    }

    // A comment is somebody's, whatever it was about.
    private static void Remove(SyntaxEditor editor, SyntaxNode node) => editor.RemoveNode(node, SyntaxRemoveOptions.KeepUnbalancedDirectives
        | (node.GetLeadingTrivia().Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)) ? SyntaxRemoveOptions.KeepLeadingTrivia : SyntaxRemoveOptions.KeepNoTrivia));
}
