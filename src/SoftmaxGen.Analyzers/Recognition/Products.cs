using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

/// <summary>Squares that are written out: -x * x, and z * z in -0.5 * z * z.</summary>
internal static class Products
{
    /// <summary>The factor that a product ends with and has in it already, the other factors, and whether the square is negated.</summary>
    public static (IOperation Squared, IReadOnlyList<IOperation> Others, bool IsNegated)? Square(IBinaryOperation product)
    {
        if (product.Syntax is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression })
            return null;

        var factors = new List<IOperation>();
        var isNegated = false;
        Add(product.LeftOperand);
        var last = Bare(product.RightOperand, ref isNegated);
        var index = factors.FindIndex(factor => SyntaxFactory.AreEquivalent(factor.Syntax, last.Syntax));
        if (index < 0 || last.ConstantValue.HasValue)
            return null;
        factors.RemoveAt(index);
        return (last, factors, isNegated);

        void Add(IOperation operation)
        {
            operation = Bare(operation, ref isNegated);
            if (operation is IBinaryOperation { Syntax: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } } inner)
            {
                Add(inner.LeftOperand);
                Add(inner.RightOperand);
            }
            else
            {
                factors.Add(operation);
            }
        }
    }

    private static IOperation Bare(IOperation operation, ref bool isNegated)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IUnaryOperation { ConstantValue.HasValue: false } unary when unary.Syntax.IsKind(SyntaxKind.UnaryMinusExpression):
                    operation = unary.Operand;
                    isNegated = !isNegated;
                    break;
                default:
                    return operation;
            }
        }
    }
}
