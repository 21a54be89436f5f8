using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Stability;

/// <summary>Which elements x[i] stands for in a loop that counts i up from a constant.</summary>
internal sealed record ElementRange(ExpressionSyntax Collection, int First, ForStatementSyntax Loop)
{
    /// <summary>Whether it is all of the collection, by its length.</summary>
    public bool IsWhole => First == 0 && Bound is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count", Expression: var owner } && SyntaxFactory.AreEquivalent(owner, Collection)
        && Loop.Condition.IsKind(SyntaxKind.LessThanExpression);

    private ExpressionSyntax? Bound => (Loop.Condition as BinaryExpressionSyntax)?.Right;

    public static ElementRange? Of(ExpressionSyntax expression)
    {
        if (expression.Bare() is not ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax index }] } element)
            return null;
        var loop = element.Ancestors().OfType<ForStatementSyntax>().FirstOrDefault(loop => loop.Declaration?.Variables is [var variable] && variable.Identifier.ValueText == index.Identifier.ValueText);
        return loop is { Declaration.Variables: [{ Initializer.Value: LiteralExpressionSyntax { Token.Value: int first } }], Condition: BinaryExpressionSyntax { Left: IdentifierNameSyntax counted }, Incrementors: [var step] }
            && counted.Identifier.ValueText == index.Identifier.ValueText && step.IsKind(SyntaxKind.PostIncrementExpression) | step.IsKind(SyntaxKind.PreIncrementExpression)
            ? new(element.Expression, first, loop)
            : null;
    }

    /// <summary>Whether these end before the others do: at a smaller constant, or at a constant less than the same bound.</summary>
    public bool EndsBefore(ElementRange other)
    {
        if (!Loop.Condition.IsKind(SyntaxKind.LessThanExpression) || !other.Loop.Condition.IsKind(SyntaxKind.LessThanExpression) || Bound is not { } mine || other.Bound is not { } theirs)
            return false;
        return mine is LiteralExpressionSyntax { Token.Value: int small } ? theirs is LiteralExpressionSyntax { Token.Value: int large } ? small < large : other.IsWhole
            : mine is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression, Left: var bound, Right: LiteralExpressionSyntax { Token.Value: > 0 } } && SyntaxFactory.AreEquivalent(bound, theirs);
    }
}
