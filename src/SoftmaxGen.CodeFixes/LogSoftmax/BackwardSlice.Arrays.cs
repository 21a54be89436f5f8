using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.CodeFixes.Syntax;

namespace SoftmaxGen.CodeFixes.LogSoftmax;

/// <content>Arrays and spans: what loops have put into each element.</content>
internal sealed partial class BackwardSlice
{
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);

    /// <summary>The loops that divide the elements of an array on the way, and do nothing else.</summary>
    public List<(ILocalSymbol Array, ForStatementSyntax Loop)> Divisions { get; } = [];

    private SoftmaxFormula? At(ElementAccessExpressionSyntax access, ExpressionSyntax index)
    {
        if (model.GetSymbolInfo(access.Expression, cancellationToken).Symbol is not ILocalSymbol array || InitialValue(array) is not { } initial
            || Writes.Change(array, member, model, cancellationToken) || Scoped(index, index) is not { } at || !_followed.Add(array))
            return null;
        _passed.Add(array);
        var ratio = Initial(initial) is var (isKnown, first) && isKnown ? Stored(array, first, initial, access, index) : null;
        _followed.Remove(array);
        return ratio?.Source switch
        {
            { Collection: null, Name: var counter } => ratio with { Source = null, Exponent = ratio.Exponent.With(counter, at) },
            { HasIndexer: true, Name: var element, Collection: var collection } => ratio with
            {
                Source = null,
                Exponent = ratio.Exponent.With(element, SyntaxFactory.ElementAccessExpression(
                    collection.AsOperand(), SyntaxFactory.BracketedArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(at))))),
            },
            _ => null,
        };
    }

    // A new array of nothing, or of the elements of a sequence. Anything else has another name as well, by which it may be written to.
    private (bool IsKnown, SoftmaxFormula? Ratio) Initial(ExpressionSyntax initial)
    {
        if (initial is ArrayCreationExpressionSyntax { Initializer: null, Type.RankSpecifiers.Count: 1 } or StackAllocArrayCreationExpressionSyntax { Initializer: null })
            return (true, null);
        return OfElements(initial) is { } ratio && initial is not IdentifierNameSyntax ? (true, ratio) : (false, null);
    }

    private SoftmaxFormula? Stored(ILocalSymbol array, SoftmaxFormula? ratio, ExpressionSyntax initial, ElementAccessExpressionSyntax access, ExpressionSyntax index)
    {
        if (_lifetime.Since(initial) is not { } text)
            return null;
        foreach (var use in _lifetime.Uses(array, text))
        {
            if (_lifetime.IsHandedOn(use))
                return null;
            if (!Writes.IsWritten(use) || IsResult(use, index))
                continue;
            if (use.Parent is not ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax store, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax counter }] } target || store.Left != target
                || CountingLoop.LoopOf(store, counter) is not { } loop || !CountingLoop.IsBefore(loop, store, access, index))
                return null;

            var isFirst = store.IsKind(SyntaxKind.SimpleAssignmentExpression) && DividedBy(store, target) is null;
            ratio = isFirst ? ratio is null ? InLoop(store.Right, loop) : null
                : ratio is not null && DividedBy(store, target) is { } sum ? Divide(ratio, sum)
                : null;
            if (ratio is null)
                return null;
            if (!isFirst && loop.Statement is ExpressionStatementSyntax or BlockSyntax { Statements.Count: 1 })
                Divisions.Add((array, loop));
        }

        return ratio;
    }

    private SoftmaxFormula? InLoop(ExpressionSyntax value, ForStatementSyntax loop)
    {
        var counter = model.GetDeclaredSymbol(loop.Declaration!.Variables[0], cancellationToken)!;
        var isNew = _bound.Add(counter);
        var ratio = Of(value);
        if (isNew)
            _bound.Remove(counter);
        return ratio is { Source: null } ? ratio with { Source = ElementSource.Index(counter.Name) } : null;
    }

    // p[i] = log(p[i]): what is read is what was there before.
    private bool IsResult(IdentifierNameSyntax use, ExpressionSyntax index) =>
        use.Parent is ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } store, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax own }] } target
        && store.Left == target && store.Right.Span.Contains(place.Span) && SyntaxFactory.AreEquivalent(own, index) && CountingLoop.LoopOf(store, own) is not null;

    /// <summary>The sum, of <c>p[i] /= sum</c>, <c>p[i] = p[i] / sum</c> and products with one over it.</summary>
    private ExpressionSyntax? DividedBy(AssignmentExpressionSyntax store, ElementAccessExpressionSyntax target)
    {
        return store.Kind() switch
        {
            SyntaxKind.DivideAssignmentExpression => store.Right,
            SyntaxKind.MultiplyAssignmentExpression => Reciprocal(store.Right),
            SyntaxKind.SimpleAssignmentExpression => store.Right.Bare() switch
            {
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } quotient when IsTarget(quotient.Left) => quotient.Right,
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product when IsTarget(product.Left) => Reciprocal(product.Right),
                _ => null,
            },
            _ => null,
        };

        bool IsTarget(ExpressionSyntax operand) => SyntaxFactory.AreEquivalent(operand.Bare(), target);
    }
}
