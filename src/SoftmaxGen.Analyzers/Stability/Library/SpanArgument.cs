using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Stability.Library;

/// <summary>A collection or a part of it, as it is passed for a span: <c>x</c>, <c>x.AsSpan(2, n)</c>, <c>x[..n]</c>.</summary>
/// <param name="Collection">What it is a part of.</param>
/// <param name="HasStart">Whether it may start behind the first element.</param>
/// <param name="Length">The number of elements, where it is written out.</param>
internal sealed record SpanArgument(ExpressionSyntax Collection, bool HasStart, ExpressionSyntax? Length)
{
    private const int MaxDepth = 8;

    public bool IsWhole => !HasStart && Length is null;

    /// <summary>What an expression passes, read through local variables that are assigned once.</summary>
    public static SpanArgument Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) => Of(expression, model, 0, cancellationToken);

    private static SpanArgument Of(ExpressionSyntax expression, SemanticModel model, int depth, CancellationToken cancellationToken)
    {
        expression = expression.Bare();
        if (depth == MaxDepth)
            return new(expression, false, null);
        switch (expression)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsSpan" or "Slice" or "AsMemory" } access, ArgumentList.Arguments: var arguments }:
                return Part(access.Expression, arguments);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Span", Expression: var memory }:
                return Of(memory, model, depth + 1, cancellationToken);
            case ObjectCreationExpressionSyntax { Type: GenericNameSyntax { Identifier.ValueText: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" }, ArgumentList.Arguments: [var first, ..] arguments }:
                return Part(first.Expression, arguments.RemoveAt(0));
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: RangeExpressionSyntax range }] } element:
                var fromEnd = range.RightOperand.IsKind(SyntaxKind.IndexExpression) || range.LeftOperand.IsKind(SyntaxKind.IndexExpression);
                var hasStart = range.LeftOperand is not (null or LiteralExpressionSyntax { Token.Value: 0 });
                return fromEnd || range.RightOperand is not null && hasStart ? new(element.Expression, true, null)
                    : Nested(element.Expression, hasStart, range.RightOperand);
            case IdentifierNameSyntax name when InitialValue(name, model, cancellationToken) is { } value:
                // Another name for the whole is the whole; what was made for this name is its own.
                return Of(value, model, depth + 1, cancellationToken) is var of && !(of.IsWhole && of.Collection is not (IdentifierNameSyntax or MemberAccessExpressionSyntax)) ? of : new(expression, false, null);
            default:
                return new(expression, false, null);
        }

        SpanArgument Part(ExpressionSyntax whole, SeparatedSyntaxList<ArgumentSyntax> arguments) => arguments.Count switch
        {
            0 => Of(whole, model, depth + 1, cancellationToken),
            1 => Nested(whole, hasStart: true, null),
            _ => Nested(whole, arguments[0].Expression is not LiteralExpressionSyntax { Token.Value: 0 }, arguments[1].Expression),
        };

        SpanArgument Nested(ExpressionSyntax whole, bool hasStart, ExpressionSyntax? length) =>
            Of(whole, model, depth + 1, cancellationToken) is var inner && inner.IsWhole ? new(inner.Collection, hasStart, length) : new(inner.Collection, true, length ?? inner.Length);
    }

    /// <summary>What a local variable holds that nothing is assigned to behind its declaration.</summary>
    public static ExpressionSyntax? InitialValue(IdentifierNameSyntax name, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var reference] } local
        && reference.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
        && declarator.Member() is { } member
        && !member.DescendantNodes().Any(node => node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } && target.Identifier.ValueText == local.Name
            || node is ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword, Expression: IdentifierNameSyntax passed } && passed.Identifier.ValueText == local.Name)
            ? value
            : null;
}
