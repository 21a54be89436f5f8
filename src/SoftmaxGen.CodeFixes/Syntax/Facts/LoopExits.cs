using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.CodeFixes.Syntax;

/// <summary>Jumps out of a loop: elements that it does not get to must not count in the maximum.</summary>
internal static class LoopExits
{
    /// <summary>Whether a loop may end before its condition does.</summary>
    public static bool MayEnd(StatementSyntax body) => Jumps(body, isInner: false).Any(static jump => jump.Node is not ContinueStatementSyntax || IsLabelled(jump.Node));

    /// <summary>Whether a statement of a loop may start the next iteration.</summary>
    public static bool MayContinue(StatementSyntax statement) => Jumps(statement, isInner: false).Any();

    // Of the jumps of an inner loop or switch, only those that leave it.
    private static IEnumerable<(SyntaxNode Node, bool IsInner)> Jumps(SyntaxNode node, bool isInner)
    {
        if (node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
            yield break;
        if (node is ReturnStatementSyntax or GotoStatementSyntax || node is YieldStatementSyntax { Expression: null } || node is BreakStatementSyntax or ContinueStatementSyntax && (!isInner || IsLabelled(node)))
            yield return (node, isInner);
        var isLoop = node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;
        foreach (var child in node.ChildNodes())
        {
            foreach (var jump in Jumps(child, isInner || isLoop))
            {
                // A switch takes break, and not continue.
                if (node is not SwitchStatementSyntax || jump.Node is not BreakStatementSyntax || IsLabelled(jump.Node))
                    yield return jump;
            }
        }
    }

    // continue outer; of C# 15.
    private static bool IsLabelled(SyntaxNode jump) => jump is BreakStatementSyntax or ContinueStatementSyntax && jump.ChildNodesAndTokens().Count(static part => part.IsNode || part.AsToken().Span.Length > 0) > 2;
}
