using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Stability;

internal static class BareExpressions
{
    /// <summary>The expression without parentheses and casts around it.</summary>
    public static ExpressionSyntax Bare(this ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case CastExpressionSyntax cast:
                    expression = cast.Expression;
                    break;
                default:
                    return expression;
            }
        }
    }
}
