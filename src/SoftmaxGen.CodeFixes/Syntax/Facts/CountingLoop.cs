using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.CodeFixes.Syntax;

/// <summary>Loops that visit every index once: <c>for (int i = 0; i &lt; n; i++)</c>.</summary>
internal static class CountingLoop
{
    /// <summary>The loop that does an assignment for each value of its counter, on no condition.</summary>
    public static ForStatementSyntax? LoopOf(AssignmentExpressionSyntax assignment, IdentifierNameSyntax counter)
    {
        var around = assignment.Ancestors().SkipWhile(static node => node is AssignmentExpressionSyntax or ParenthesizedExpressionSyntax or ExpressionStatementSyntax or BlockSyntax).FirstOrDefault();
        return around is ForStatementSyntax loop && CounterOf(loop) == counter.Identifier.ValueText && !MayEnd(loop) ? loop : null;
    }

    /// <summary>Whether all iterations of a loop, or the present one, have stored an element before it is read.</summary>
    public static bool IsBefore(ForStatementSyntax loop, AssignmentExpressionSyntax store, ElementAccessExpressionSyntax read, ExpressionSyntax index) => loop.Span.Contains(read.Span)
        ? store.Span.End <= read.SpanStart && index is IdentifierNameSyntax { Identifier.ValueText: var name } && name == CounterOf(loop)
        : loop.Span.End <= read.SpanStart && loop.Parent?.Span.Contains(read.Span) == true;

    private static string? CounterOf(ForStatementSyntax loop) => loop is
    {
        Declaration.Variables: [{ Identifier.ValueText: var name, Initializer.Value: LiteralExpressionSyntax { Token.Value: 0 } }],
        Condition: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression, Left: IdentifierNameSyntax left },
        Incrementors: [PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression }],
    } && left.Identifier.ValueText == name ? name : null;

    private static bool MayEnd(ForStatementSyntax loop) => loop.Statement.DescendantNodesAndSelf()
        .Any(static node => node is BreakStatementSyntax or ContinueStatementSyntax or ReturnStatementSyntax or GotoStatementSyntax or ThrowStatementSyntax);
}
