using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.CodeFixes.Syntax;

/// <summary>
/// Copies expressions of the origin to in front of a place. Locals that are declared after the place are replaced by what they stand for.
/// </summary>
internal sealed class RelocatingCopier(SyntaxNode origin, SyntaxNode place, SemanticModel model, CancellationToken cancellationToken)
{
    private const int MaxDepth = 8;

    private readonly HashSet<ISymbol> _bound = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _used = new(SymbolEqualityComparer.Default);
    private bool _hasFailed;

    /// <summary>What the copies refer to outside of themselves.</summary>
    public IEnumerable<ISymbol> Used => _used.Where(symbol => !_bound.Contains(symbol));

    /// <summary>Whether the copies mean in front of the place what they mean inside.</summary>
    public bool IsValidBefore(SyntaxNode place) => !_hasFailed && Used.All(symbol => IsKnownBefore(symbol, place));

    /// <summary>The text of an expression.</summary>
    public string Copy(ExpressionSyntax expression)
    {
        if (!Purity.IsPure(expression, model, cancellationToken))
            _hasFailed = true;
        return Inline(expression, 0).WithoutTrivia().ToString();
    }

    /// <summary>Variables that the copy declares or sets itself.</summary>
    public void Bind(params ISymbol?[] variables) => _bound.UnionWith(variables.OfType<ISymbol>());

    private ExpressionSyntax Inline(ExpressionSyntax expression, int depth)
    {
        var locals = new Dictionary<SyntaxNode, ExpressionSyntax>();
        foreach (var name in expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name, cancellationToken).Symbol;
            if (symbol is not (ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or IFieldSymbol or IPropertySymbol) || symbol.IsDeclaredIn(expression))
                continue;
            if (symbol is ILocalSymbol local && ValueOf(local) is { } value && depth < MaxDepth)
                locals.Add(name, value);
            else
                _used.Add(symbol);
        }

        foreach (var value in locals.Values)
        {
            if (!Purity.IsPure(value, model, cancellationToken))
                _hasFailed = true;
        }

        return locals.Count == 0 ? expression
            : expression is IdentifierNameSyntax ? SyntaxFactory.ParenthesizedExpression(Inline(locals[expression], depth + 1).WithoutTrivia())
            : expression.ReplaceNodes(locals.Keys, (name, _) => SyntaxFactory.ParenthesizedExpression(Inline(locals[name], depth + 1).WithoutTrivia()).WithTriviaFrom(name));
    }

    /// <summary>What a local of the origin stands for, where it is set once and for all.</summary>
    private ExpressionSyntax? ValueOf(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax declarator)
            return null;
        return declarator.SpanStart >= place.SpanStart && declarator is { Initializer.Value: { } value, Parent.Parent: LocalDeclarationStatementSyntax }
            && value is not (RefExpressionSyntax or InitializerExpressionSyntax or ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax)
            && !Writes.Change(local, origin, model, cancellationToken)
            ? value
            : null;
    }

    private bool IsKnownBefore(ISymbol symbol, SyntaxNode place)
    {
        if (symbol is IFieldSymbol or IPropertySymbol)
            return !IsChangedBehind(symbol, place);
        if (place is LambdaExpressionSyntax { ExpressionBody: { } body })
            place = body;
        return symbol.DeclaringSyntaxReferences.All(reference => reference.Span.Start < place.SpanStart && !place.Span.Contains(reference.Span))
            && !IsChangedBehind(symbol, place);
    }

    // What was changed before is copied as it is then.
    private bool IsChangedBehind(ISymbol symbol, SyntaxNode place) =>
        Writes.References(symbol, origin, model, cancellationToken).Any(reference => reference.SpanStart >= place.SpanStart && Writes.IsChanged(reference));
}
