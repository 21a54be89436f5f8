using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.CodeFixes.Stability.Library;

/// <summary>What a call of <c>TensorPrimitives</c> can be given. Code in error gives it other things, which have neither a <c>Length</c> nor slices.</summary>
internal static class SpanTypes
{
    /// <summary>Whether an expression is a span, or an array, which becomes one.</summary>
    public static bool IsSpanOrArray(this SemanticModel model, ExpressionSyntax expression, CancellationToken cancellationToken) =>
        model.GetTypeInfo(expression, cancellationToken).Type is IArrayTypeSymbol { IsSZArray: true }
            or INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", Arity: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
