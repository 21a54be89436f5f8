using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace SoftmaxGen.CodeFixes.GeneratedCalls;

/// <summary>Code that computes a softmax, and can be replaced by a call of a generated one.</summary>
internal abstract record GeneratedCall(ElementCount Count)
{
    /// <summary>Where the code stands.</summary>
    public abstract SyntaxNode Place { get; }

    public abstract void Apply(SyntaxEditor editor, string host, SemanticModel model, CancellationToken cancellationToken);

    // A generated softmax has at least one element; the code that it replaces did nothing without any.
    protected string Statement(string host, string input, string output) => Count.Constant is null
        ? $"if ({Count.Text} > 0)\n    {host}.Softmax({input}, {output});"
        : $"{host}.Softmax({input}, {output});";

    /// <summary>A collection as a span of just the elements that take part; a destination may be longer.</summary>
    protected static string Argument(ExpressionSyntax collection, ElementCount count, bool isDestination, ElementCounts counts, SemanticModel model)
    {
        var known = counts.OfCollection(collection);
        if (known == count || isDestination && (count.Constant is null || known?.Constant > count.Constant))
            return collection.ToString();
        return Part(collection, SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(0)), count, model);
    }

    protected static string Part(ExpressionSyntax collection, ExpressionSyntax start, ElementCount count, SemanticModel model) =>
        model.GetTypeInfo(collection).Type is IArrayTypeSymbol ? $"System.MemoryExtensions.AsSpan({collection}, {start}, {count.Text})" : $"{collection}.Slice({start}, {count.Text})";

    /// <summary>The type of the elements, where a span of them can be passed.</summary>
    protected static ITypeSymbol? ElementType(ITypeSymbol? collection) => collection switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType: { SpecialType: SpecialType.System_Single or SpecialType.System_Double } element } => element,
        INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", ContainingNamespace.Name: "System", TypeArguments: [{ SpecialType: SpecialType.System_Single or SpecialType.System_Double } element] } => element,
        _ => null,
    };
}
