using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SoftmaxGen.Usage;

namespace SoftmaxGen.CodeFixes.Usage;

/// <summary>Code that computes a softmax of constant length, and can be replaced by a call of a generated one.</summary>
internal abstract record GeneratedCall(int Length)
{
    /// <summary>Where the code stands.</summary>
    public abstract SyntaxNode Place { get; }

    public abstract void Apply(SyntaxEditor editor, string host, SemanticModel model, CancellationToken cancellationToken);

    protected static string Statement(string host, string input, string output) => $"{host}.Softmax({input}, {output});";

    /// <summary>A collection as a span of just the elements that take part; a destination may be longer.</summary>
    protected static string Argument(ExpressionSyntax collection, int length, bool isDestination, ConstantLength lengths, SemanticModel model)
    {
        var known = lengths.Of(collection);
        if (known == length || isDestination && known > length)
            return collection.ToString();
        var count = length.ToString(CultureInfo.InvariantCulture);
        return model.GetTypeInfo(collection).Type is IArrayTypeSymbol ? $"System.MemoryExtensions.AsSpan({collection}, 0, {count})" : $"{collection}.Slice(0, {count})";
    }

    /// <summary>The type of the elements, where a span of them can be passed.</summary>
    protected static ITypeSymbol? ElementType(ITypeSymbol? collection) => collection switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType: { SpecialType: SpecialType.System_Single or SpecialType.System_Double } element } => element,
        INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", ContainingNamespace.Name: "System", TypeArguments: [{ SpecialType: SpecialType.System_Single or SpecialType.System_Double } element] } => element,
        _ => null,
    };
}
