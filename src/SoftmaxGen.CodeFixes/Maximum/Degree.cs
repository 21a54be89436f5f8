using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.CodeFixes.Maximum;

/// <summary>The power of the common factor of all exponentials that is in an expression, or null where there is no one power.</summary>
internal static class Degree
{
    /// <summary>A number so small beside a sum of exponentials is there to avoid a division by zero.</summary>
    private const double Negligible = 1e-4;

    public static int? Of(SyntaxNode node, Flow flow)
    {
        if (flow.IsExponential(node))
            return 1;
        switch (node)
        {
            case ParenthesizedExpressionSyntax inner:
                return Of(inner.Expression, flow);
            case CastExpressionSyntax cast:
                return Of(cast.Expression, flow);
            case PrefixUnaryExpressionSyntax prefix:
                return Of(prefix.Operand, flow);
            case AssignmentExpressionSyntax assignment:
                return Of(assignment.Right, flow);
            case ConditionalExpressionSyntax conditional:
                return Same(conditional.WhenTrue, conditional.WhenFalse, flow);
            case BinaryExpressionSyntax binary when binary.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression:
                return Same(binary.Left, binary.Right, flow);
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.MultiplyExpression):
                return Of(binary.Left, flow) + Of(binary.Right, flow);
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.DivideExpression):
                return Of(binary.Left, flow) - Of(binary.Right, flow);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Max" }, ArgumentList.Arguments: [var one, var other] } when flow.Carries(node):
                return Same(one.Expression, other.Expression, flow);
            default:
                return flow.Constant(node) is { } constant ? (Math.Abs(constant) <= Negligible ? 1 : 0) : flow.Carries(node) ? 1 : 0;
        }
    }

    private static int? Same(SyntaxNode left, SyntaxNode right, Flow flow)
    {
        if (flow.Constant(left) is { } one && Math.Abs(one) <= Negligible)
            return Of(right, flow);
        if (flow.Constant(right) is { } other && Math.Abs(other) <= Negligible)
            return Of(left, flow);
        return Of(left, flow) is { } degree && degree == Of(right, flow) ? degree : null;
    }
}
