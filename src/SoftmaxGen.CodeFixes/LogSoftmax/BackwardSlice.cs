using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.CodeFixes.Shift;
using SoftmaxGen.CodeFixes.Syntax;

namespace SoftmaxGen.CodeFixes.LogSoftmax;

/// <summary>
/// Follows what a place uses, a probability, through variables, arrays and sequences back to an exponential and the sum that it was divided by.
/// Whatever may have changed in between ends it.
/// </summary>
internal sealed partial class BackwardSlice(SyntaxNode member, IReadOnlyDictionary<SyntaxNode, ShiftableExponential> exponentials, SyntaxNode place, SemanticModel model, CancellationToken cancellationToken)
{
    private const int MaxDepth = 16;

    private readonly ValueLifetime _lifetime = new(member, place, model, cancellationToken);
    private readonly HashSet<ISymbol> _bound = new(SymbolEqualityComparer.Default);
    private readonly List<ILocalSymbol> _passed = [];
    private readonly List<ILocalSymbol> _mentioned = [];
    private int _depth;

    /// <summary>The variables on the way, nearest to the place first, and those that the result is made of.</summary>
    public IReadOnlyList<ILocalSymbol> Passed => [.. _passed, .. _mentioned];

    public SoftmaxFormula? Of(ExpressionSyntax expression)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_depth >= MaxDepth)
            return null;
        _depth++;
        var ratio = Unfold(expression.Bare());
        _depth--;
        return ratio;
    }

    private SoftmaxFormula? Unfold(ExpressionSyntax expression)
    {
        if (exponentials.TryGetValue(expression, out var exponential))
            return exponential.Argument is { } argument && Scoped(argument, expression) is { } exponent ? new(exponent) : null;
        switch (expression)
        {
            case AssignmentExpressionSyntax assignment when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression):
                return Of(assignment.Right);
            case BinaryExpressionSyntax quotient when quotient.IsKind(SyntaxKind.DivideExpression):
                return Of(quotient.Left) is { } term ? Divide(term, quotient.Right) : null;
            case BinaryExpressionSyntax product when product.IsKind(SyntaxKind.MultiplyExpression):
                return Reciprocal(product.Right) is { } below ? Of(product.Left) is { } left ? Divide(left, below) : null
                    : Reciprocal(product.Left) is { } above && Of(product.Right) is { } right ? Divide(right, above)
                    : null;
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [var index] } access:
                return At(access, index.Expression);
            case IdentifierNameSyntax name:
                return model.GetSymbolInfo(name, cancellationToken).Symbol switch
                {
                    ILocalSymbol local when Value(local) is { } value => Pass(local, value),
                    (IParameterSymbol or IRangeVariableSymbol) and var variable => ElementOf(variable),
                    _ => null,
                };
            default:
                return null;
        }
    }

    private SoftmaxFormula? Pass(ILocalSymbol local, ExpressionSyntax value)
    {
        _passed.Add(local);
        return Of(value);
    }

    private SoftmaxFormula? Divide(SoftmaxFormula term, ExpressionSyntax sum) =>
        term.Sum is null && Scoped(sum, sum, mayBeBound: false) is { } divisor ? term with { Sum = divisor, OriginalSum = sum } : null;

    /// <summary>The sum, of one over it.</summary>
    private ExpressionSyntax? Reciprocal(ExpressionSyntax expression) => expression.Bare() switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression, Left: LiteralExpressionSyntax { Token.Value: 1 or 1f or 1d } } quotient => quotient.Right,
        IdentifierNameSyntax name when model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol local && Value(local) is { } value && value.Bare() is BinaryExpressionSyntax => Reciprocal(value),
        _ => null,
    };

    /// <summary>What a local is once and for all.</summary>
    private ExpressionSyntax? Value(ILocalSymbol local) => InitialValue(local) is { } value && !Writes.Change(local, member, model, cancellationToken) ? value : null;

    private ExpressionSyntax? InitialValue(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value, Parent.Parent: LocalDeclarationStatementSyntax }
            && value is not (RefExpressionSyntax or InitializerExpressionSyntax)
            ? value
            : null;

    /// <summary>An expression as it means the same at the place; locals that are not known there are replaced by their values.</summary>
    private ExpressionSyntax? Scoped(ExpressionSyntax expression, SyntaxNode from, bool mayBeBound = true)
    {
        if (_depth >= MaxDepth || !Purity.IsPure(expression, model, cancellationToken))
            return null;
        var values = new Dictionary<SyntaxNode, ExpressionSyntax>();
        foreach (var name in expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name, cancellationToken).Symbol;
            if (symbol is not (ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or IFieldSymbol or IPropertySymbol) || symbol.IsDeclaredIn(expression))
                continue;
            if (_bound.Contains(symbol))
            {
                if (!mayBeBound)
                    return null;
            }
            else if (IsKnownThere(symbol))
            {
                if (!_lifetime.IsKept(symbol, from))
                    return null;
                _mentioned.AddRange(new[] { symbol }.OfType<ILocalSymbol>());
            }
            else
            {
                _depth++;
                var value = symbol is ILocalSymbol local && Value(local) is { } initial ? Scoped(initial, initial, mayBeBound) : null;
                _depth--;
                if (value is null)
                    return null;
                values.Add(name, value);
            }
        }

        return expression is IdentifierNameSyntax && values.Count > 0 ? values[expression]
            : expression.ReplaceNodes(values.Keys, (name, _) => values[name].AsOperand().WithTriviaFrom(name)).WithoutTrivia();
    }

    private bool IsKnownThere(ISymbol symbol) => symbol is IFieldSymbol or IPropertySymbol
        || model.LookupSymbols(place.SpanStart, name: symbol.Name).Contains(symbol, SymbolEqualityComparer.Default)
            && symbol.DeclaringSyntaxReferences.All(reference => reference.Span.Start <= place.SpanStart);
}
