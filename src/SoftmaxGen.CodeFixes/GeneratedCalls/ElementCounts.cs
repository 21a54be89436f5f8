using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.CodeFixes.Syntax;
using SoftmaxGen.Usage;

namespace SoftmaxGen.CodeFixes.GeneratedCalls;

/// <summary>The numbers of elements that loops and collections have. Equal texts are equal numbers.</summary>
internal sealed class ElementCounts(SemanticModel model, CancellationToken cancellationToken)
{
    private const int MaxDepth = 4;

    private readonly ConstantLength _lengths = new(model, cancellationToken);

    /// <summary>The bound of a loop: a constant of at least 2, a variable, or the length of an array or a span.</summary>
    public ElementCount? OfBound(ExpressionSyntax bound) => OfBound(bound, 0);

    public ElementCount? OfCollection(ExpressionSyntax collection) => _lengths.Of(collection) is { } length ? ElementCount.Of(length) : OfLength(collection, 0);

    private ElementCount? OfBound(ExpressionSyntax bound, int depth)
    {
        if (_lengths.OfBound(bound) is { } constant)
            return constant >= 2 ? ElementCount.Of(constant) : null;
        return bound switch
        {
            IdentifierNameSyntax variable when model.GetSymbolInfo(variable, cancellationToken).Symbol is ILocalSymbol { Type.SpecialType: SpecialType.System_Int32 } or IParameterSymbol { Type.SpecialType: SpecialType.System_Int32 } =>
                ElementCount.Of(variable.ToString()),
            MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression, Name.Identifier.ValueText: "Length", Expression: IdentifierNameSyntax collection } => OfLength(collection, depth),
            _ => null,
        };
    }

    // Of p in double[] p = new double[x.Length] it is that of x, where neither gets another value.
    private ElementCount? OfLength(ExpressionSyntax collection, int depth)
    {
        if (depth > MaxDepth || collection is not IdentifierNameSyntax name || model.GetSymbolInfo(name, cancellationToken).Symbol is not (ILocalSymbol or IParameterSymbol or IFieldSymbol) and not null
            || model.GetTypeInfo(name, cancellationToken).Type is not (IArrayTypeSymbol { Rank: 1 } or INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", ContainingNamespace.Name: "System" }))
            return null;
        return Declared(name, depth) ?? ElementCount.Of($"{name}.Length");
    }

    private ElementCount? Declared(IdentifierNameSyntax name, int depth)
    {
        if (model.GetSymbolInfo(name, cancellationToken).Symbol is not ILocalSymbol { DeclaringSyntaxReferences: [var reference] } local
            || reference.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: ArrayCreationExpressionSyntax { Initializer: null, Type.RankSpecifiers: [{ Sizes: [var size] }] } }
            || name.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member || Writes.Change(local, member, model, cancellationToken)
            || size.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(part => model.GetSymbolInfo(part, cancellationToken).Symbol is { } symbol and (ILocalSymbol or IParameterSymbol or IFieldSymbol) && Writes.Change(symbol, member, model, cancellationToken)))
            return null;
        return OfBound(size, depth + 1);
    }
}
