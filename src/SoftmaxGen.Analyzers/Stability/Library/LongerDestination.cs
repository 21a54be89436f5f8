using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Usage;

namespace SoftmaxGen.Stability.Library;

/// <summary>
/// A destination of TensorPrimitives.SoftMax that is longer than the input. The library writes as many exponentials as there are inputs,
/// and then divides all of the destination by the sum of all of it.
/// </summary>
/// <param name="Input">The input as it is passed.</param>
/// <param name="Destination">The destination as it is passed.</param>
internal sealed record LongerDestination(ExpressionSyntax Input, ExpressionSyntax Destination)
{
    /// <summary>The destination of a call if it is known to be longer; where nothing tells, it is taken to be as long as the input.</summary>
    public static LongerDestination? Find(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (call.ArgumentList.Arguments is not [{ NameColon: null, Expression: var input }, { NameColon: null, Expression: var destination }])
            return null;
        var from = SpanArgument.Of(input, model, cancellationToken);
        var to = SpanArgument.Of(destination, model, cancellationToken);
        if (IsFresh(to.Collection, call, model, cancellationToken))
            return null;
        if (to.Length is null && IsLonger(to, from, model, cancellationToken) || HasMoreElements(destination, input, new ConstantLength(model, cancellationToken)))
            return new(input, destination);
        return null;
    }

    // An array that nothing was put into: the zeros behind the exponentials change no sum, and stay zeros.
    private static bool IsFresh(ExpressionSyntax collection, InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (collection is not IdentifierNameSyntax name || SpanArgument.InitialValue(name, model, cancellationToken)?.Bare() is not { } creation
            || creation is not (ArrayCreationExpressionSyntax { Initializer: null } or StackAllocArrayCreationExpressionSyntax { Initializer: null }))
            return false;
        var loop = call.Ancestors().FirstOrDefault(static node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);
        return loop?.Span.Contains(creation.Span) != false && call.Member() is { } member
            && !member.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name.Identifier.ValueText
                && use.SpanStart < call.SpanStart && use.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" });
    }

    private static bool HasMoreElements(ExpressionSyntax destination, ExpressionSyntax input, ConstantLength lengths) =>
        lengths.Of(destination.Bare()) is { } room && lengths.Of(input.Bare()) is { } count && room > count;

    private static bool IsLonger(SpanArgument to, SpanArgument from, SemanticModel model, CancellationToken cancellationToken)
    {
        // The rest of an array that starts somewhere may be as long as anything.
        if (to.HasStart)
            return false;
        if (SyntaxFactory.AreEquivalent(to.Collection, from.Collection))
            return IsProperPart(from);

        return Created(to.Collection, model, cancellationToken) switch
        {
            // A pool gives at least what was asked for; of two that it gave either may be longer.
            InvocationExpressionSyntax rent => IsRented(rent, model, cancellationToken)
                && !(from.IsWhole && Created(from.Collection, model, cancellationToken) is InvocationExpressionSyntax other && IsRented(other, model, cancellationToken)),
            ArrayCreationExpressionSyntax { Type.RankSpecifiers: [{ Sizes: [var size] }] } => IsMoreThan(size, from),
            StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax { RankSpecifiers: [{ Sizes: [var size] }] } } => IsMoreThan(size, from),
            _ => false,
        };
    }

    // What a variable was declared with; of rented memory, what rented it.
    private static ExpressionSyntax? Created(ExpressionSyntax collection, SemanticModel model, CancellationToken cancellationToken) => collection switch
    {
        IdentifierNameSyntax name => SpanArgument.InitialValue(name, model, cancellationToken)?.Bare(),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Memory", Expression: IdentifierNameSyntax owner } => SpanArgument.InitialValue(owner, model, cancellationToken)?.Bare(),
        _ => collection,
    };

    // x.AsSpan(0, n) of x, unless n is x.Length.
    private static bool IsProperPart(SpanArgument part) => part.HasStart || part.Length is { } length && !IsLengthOf(length, part.Collection);

    // new float[x.Length] for a part of x, or new float[x.Length + 1] for x.
    private static bool IsMoreThan(ExpressionSyntax size, SpanArgument from) => IsLengthOf(size, from.Collection) ? IsProperPart(from)
        : size.Bare() is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum && from.Length is null
            && (IsLengthOf(sum.Left, from.Collection) && IsPositive(sum.Right) || IsPositive(sum.Left) && IsLengthOf(sum.Right, from.Collection));

    private static bool IsPositive(ExpressionSyntax expression) => expression.Bare() is LiteralExpressionSyntax { Token.Value: > 0 };

    private static bool IsLengthOf(ExpressionSyntax expression, ExpressionSyntax collection) =>
        expression.Bare() is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length", Expression: var owner } && SyntaxFactory.AreEquivalent(owner.Bare(), collection);

    // ArrayPool<float>.Shared.Rent(n), or the memory of MemoryPool<float>.Shared.Rent(n).
    private static bool IsRented(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Rent" }
        && model.GetSymbolInfo(call, cancellationToken).Symbol?.ContainingType is { Name: "ArrayPool" or "MemoryPool", ContainingNamespace: var space } && space.ToDisplayString() == "System.Buffers";
}
