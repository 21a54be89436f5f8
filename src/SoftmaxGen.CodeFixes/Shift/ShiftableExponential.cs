using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.CodeFixes.Syntax;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.CodeFixes.Shift;

/// <summary>An exponential in the member being fixed, and what it is taken of.</summary>
/// <param name="Exponential">The call, or the method group that is passed on to be called.</param>
/// <param name="Argument">The exponent; null for a method group.</param>
/// <param name="Type">What the exponent is converted to.</param>
/// <param name="Destination">Of a call of TensorPrimitives, which takes the exponentials of all elements of the argument, where they go.</param>
internal sealed record ShiftableExponential(ExpressionSyntax Exponential, ExpressionSyntax? Argument, ITypeSymbol Type, ExpressionSyntax? Destination = null)
{
    public static ShiftableExponential? Of(ExponentialSite site, SyntaxNode member, SemanticModel model, CancellationToken cancellationToken)
    {
        if (site.Operation.Syntax is not ExpressionSyntax syntax || syntax.SyntaxTree != member.SyntaxTree || !member.Span.Contains(syntax.Span))
            return null;
        if (site.Operation is IMethodReferenceOperation { Method: { Parameters: [var parameter], ReturnType: var result } })
            return SymbolEqualityComparer.Default.Equals(parameter.Type, result) && IsShiftable(parameter.Type) ? new(syntax, null, parameter.Type) : null;

        if (OfSpan(site, model, cancellationToken) is { } tensor)
            return tensor;

        // What a wrapper is given becomes the exponent only inside the wrapper, so it has to be a plain one: one number in.
        var argument = site.Exp == site.Operation
            ? site.ArgumentOperation?.Syntax as ExpressionSyntax
            : site.IsWrapped && syntax is InvocationExpressionSyntax { ArgumentList.Arguments: [var only] } && IsPlainWrapper(site) ? only.Expression : null;
        if (argument is null || !syntax.Span.Contains(argument.Span) || argument == syntax)
            return null;
        var type = model.GetTypeInfo(argument, cancellationToken) is { } info && IsShiftable(info.ConvertedType) ? info.ConvertedType
            : IsShiftable(info.Type) ? info.Type
            : null;
        return type is null ? null : new(syntax, argument, type);
    }

    // TensorPrimitives.Exp(x, destination);   in front of which the maximum is subtracted, by way of the destination.
    private static ShiftableExponential? OfSpan(ExponentialSite site, SemanticModel model, CancellationToken cancellationToken) =>
        site.Exp == site.Operation
        && site.Operation is IInvocationOperation
        {
            TargetMethod: { Name: "Exp", ContainingType: { Name: "TensorPrimitives", ContainingNamespace: { Name: "Tensors", ContainingNamespace.Name: "Numerics" } }, Parameters: [{ Type: INamedTypeSymbol { TypeArguments: [var element] } }, _] },
            Syntax: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax }, ArgumentList.Arguments: [{ NameColon: null, Expression: var x }, { NameColon: null, Expression: var destination }] } call,
        }
        && IsShiftable(element) && Purity.IsPure(x, model, cancellationToken) && Purity.IsPure(destination, model, cancellationToken)
            ? new(call, x, element, destination)
            : null;

    /// <summary>The exponential as it is after the maximum was subtracted.</summary>
    public static ExpressionSyntax Shift(ExpressionSyntax argument, string maximum)
    {
        var bare = argument.WithoutTrivia();
        var left = bare is BinaryExpressionSyntax binary && !IsArithmetic(binary) || bare is ConditionalExpressionSyntax or AssignmentExpressionSyntax or SwitchExpressionSyntax or RangeExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(bare)
            : bare;
        return SyntaxFactory.BinaryExpression(
                SyntaxKind.SubtractExpression,
                left.WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(SyntaxKind.MinusToken).WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.IdentifierName(maximum))
            .WithTriviaFrom(argument);
    }

    private static bool IsArithmetic(BinaryExpressionSyntax binary) => binary.Kind() is
        SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression;

    // e^x by another name; e^(x / T) would need the maximum over T.
    private static bool IsPlainWrapper(ExponentialSite site) =>
        site.Operation is IInvocationOperation { TargetMethod.Parameters: [var parameter] }
        && site.Exp.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments: [.., { Expression: IdentifierNameSyntax name }] }
        && name.Identifier.ValueText == parameter.Name;

    private static bool IsShiftable(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Double or SpecialType.System_Single } or { TypeKind: TypeKind.TypeParameter } or { Name: "Half" };
}
