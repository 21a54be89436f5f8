using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

/// <summary>Squares that are written out, such as -x * x and z * z in -0.5 * z * z, and products that differ in their sign.</summary>
internal static class ProductForms
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

    /// <summary>Whether one is minus the other: x and -x, x and x * -1, -a / b and a / b.</summary>
    public static bool AreOpposite(IOperation one, IOperation other)
    {
        var (coefficient, factors) = Factors(one);
        var (otherCoefficient, otherFactors) = Factors(other);
        return coefficient == -otherCoefficient && factors.Count == otherFactors.Count
            && factors.Zip(otherFactors, static (a, b) => a.IsDivisor == b.IsDivisor && SyntaxFactory.AreEquivalent(a.Syntax, b.Syntax)).All(static same => same);
    }

    private static (double Coefficient, IReadOnlyList<(SyntaxNode Syntax, bool IsDivisor)> Factors) Factors(IOperation product)
    {
        var factors = new List<(SyntaxNode, bool)>();
        var coefficient = 1.0;
        Add(product, isDivisor: false);
        return (coefficient, factors);

        void Add(IOperation operation, bool isDivisor)
        {
            var isNegated = false;
            operation = Bare(operation, ref isNegated);
            if (isNegated)
                coefficient = -coefficient;
            if (operation.ConstantValue is { HasValue: true, Value: IConvertible number and not (string or char or bool) })
            {
                var value = number.ToDouble(CultureInfo.InvariantCulture);
                coefficient = isDivisor ? coefficient / value : coefficient * value;
            }
            else if (operation is IBinaryOperation { Syntax: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression or (int)SyntaxKind.DivideExpression } } binary)
            {
                Add(binary.LeftOperand, isDivisor);
                Add(binary.RightOperand, isDivisor ^ binary.Syntax.IsKind(SyntaxKind.DivideExpression));
            }
            else if (operation is IBinaryOperation { Syntax.RawKind: (int)SyntaxKind.SubtractExpression, LeftOperand.ConstantValue: { HasValue: true, Value: 0 or 0f or 0d }, RightOperand: var negated })
            {
                coefficient = -coefficient;
                Add(negated, isDivisor);
            }
            else
            {
                factors.Add((operation.Syntax, isDivisor));
            }
        }
    }

    // numbers.Negate(x), or x.Negate(), of a library whose numbers have no operators.
    private static IOperation? NegatedBy(IOperation operation, InvocationExpressionSyntax call)
    {
        if (KnownFunctions.Find(InvocationName.Of(call) ?? "") != KnownFunction.Negate)
            return null;
        return operation switch
        {
            IInvocationOperation { Arguments: [{ Value: var value }] } => value,
            IInvocationOperation { Arguments.IsEmpty: true, Instance: { } instance } => instance,
            IInvalidOperation when call.ArgumentList.Arguments is [{ Expression: var argument }] => operation.ChildOperations.FirstOrDefault(child => child.Syntax == argument),
            _ => null,
        };
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
                case { Syntax: InvocationExpressionSyntax call } when NegatedBy(operation, call) is { } negated:
                    operation = negated;
                    isNegated = !isNegated;
                    break;
                default:
                    return operation;
            }
        }
    }
}
