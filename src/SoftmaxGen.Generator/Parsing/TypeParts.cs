using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Parsing;

/// <summary>The declarations of a type, which may be spread over many files.</summary>
internal static class TypeParts
{
    /// <summary>The type and the types around it, innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> WithContainingTypes(this INamedTypeSymbol innermost)
    {
        for (INamedTypeSymbol? type = innermost; type is not null; type = type.ContainingType)
            yield return type;
    }

    /// <summary>Whether the type, its type parameters and all that is around it have names: while a declaration is typed, some have none.</summary>
    public static bool HasNames(this INamedTypeSymbol type)
    {
        for (ISymbol? symbol = type; symbol is INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false }; symbol = symbol.ContainingSymbol)
        {
            if (symbol.Name.Length == 0 || (symbol is INamedTypeSymbol { TypeParameters: var parameters } && parameters.Any(static parameter => parameter.Name.Length == 0)))
                return false;
        }

        return true;
    }

    /// <summary>Whether there is one declaration, and it is not partial.</summary>
    public static bool IsDeclaredWhole(this INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences is [SyntaxReference only] && !IsPartial(only, cancellation);

    /// <summary>Whether there are several declarations, and one of them is not partial: an error of the compiler's (CS0260, CS0101).</summary>
    public static bool IsDeclaredTwice(this INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences is { Length: > 1 } parts && !parts.All(part => IsPartial(part, cancellation));

    // A program of top-level statements is a part of `Program` without being a type declaration.
    private static bool IsPartial(SyntaxReference part, CancellationToken cancellation) =>
        part.GetSyntax(cancellation) is not TypeDeclarationSyntax declaration
        || declaration.Modifiers.Any(SyntaxKind.PartialKeyword);
}
