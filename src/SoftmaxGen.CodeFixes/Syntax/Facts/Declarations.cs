using Microsoft.CodeAnalysis;

namespace SoftmaxGen.CodeFixes.Syntax;

internal static class Declarations
{
    /// <summary>Whether a symbol is declared in a piece of code, such as a parameter in its lambda.</summary>
    public static bool IsDeclaredIn(this ISymbol symbol, SyntaxNode node) =>
        symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == node.SyntaxTree && node.Span.Contains(reference.Span));
}
