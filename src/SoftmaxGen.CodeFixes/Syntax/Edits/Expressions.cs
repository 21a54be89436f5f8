using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.CodeFixes.Syntax;

/// <summary>Small questions and edits of expressions.</summary>
internal static class Expressions
{
    /// <summary>The expression without parentheses, and without conversions from one floating-point type to another.</summary>
    public static ExpressionSyntax Bare(this ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case CastExpressionSyntax { Type: IdentifierNameSyntax or PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.FloatKeyword or (int)SyntaxKind.DoubleKeyword } } cast:
                    expression = cast.Expression;
                    break;
                default:
                    return expression;
            }
        }
    }

    public static ExpressionSyntax WithoutParentheses(this ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;
        return expression;
    }

    /// <summary>The expression as it can stand beside any operator.</summary>
    public static ExpressionSyntax AsOperand(this ExpressionSyntax expression) => expression is IdentifierNameSyntax or LiteralExpressionSyntax
        or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax
        ? expression.WithoutTrivia()
        : SyntaxFactory.ParenthesizedExpression(expression.WithoutTrivia());

    /// <summary>The expression with another one in the place of a variable.</summary>
    public static ExpressionSyntax With(this ExpressionSyntax expression, string variable, ExpressionSyntax value) => expression is IdentifierNameSyntax only
        ? only.Identifier.ValueText == variable ? value : expression
        : expression.ReplaceNodes(Uses(expression, variable), (use, _) => (use.Parent is ArgumentSyntax ? value.WithoutTrivia() : value.AsOperand()).WithTriviaFrom(use));

    /// <summary>Another function of the class that a function is called of, with the same type arguments.</summary>
    public static string SiblingFunction(this InvocationExpressionSyntax call, string name)
    {
        var (receiver, called) = call.Expression is MemberAccessExpressionSyntax access ? ($"{access.Expression.WithoutTrivia()}.", access.Name) : ("", call.Expression as SimpleNameSyntax);
        return $"{receiver}{name}{(called as GenericNameSyntax)?.TypeArgumentList.WithoutTrivia()}";
    }

    public static bool Mentions(this SyntaxNode node, string variable) => Uses(node, variable).Any();

    private static IEnumerable<IdentifierNameSyntax> Uses(SyntaxNode node, string variable) => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == variable && name.Parent is not NameColonSyntax && (name.Parent as MemberAccessExpressionSyntax)?.Name != name);
}
