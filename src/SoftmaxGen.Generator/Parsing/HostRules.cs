using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Parsing;

/// <summary>Whether another file can add members to the type.</summary>
internal static class HostRules
{
    public static IEnumerable<TargetViolation> Violations(TargetCandidate candidate, CancellationToken cancellation)
    {
        INamedTypeSymbol host = candidate.Type;
        if (UnsupportedBecause(host, candidate.Attribute) is { } reason)
        {
            yield return new(ViolationKind.UnsupportedHost, candidate.Identifier, host.Name, reason);
            yield break;
        }

        foreach (INamedTypeSymbol type in host.WithContainingTypes())
        {
            if (!type.IsDeclaredWhole(cancellation))
                continue;
            yield return SymbolEqualityComparer.Default.Equals(type, host)
                ? new(ViolationKind.HostNotPartial, candidate.Identifier, host.Name)
                : new(ViolationKind.ContainingTypeNotPartial, type.Locations[0], type.Name, host.Name);
        }
    }

    private static string? UnsupportedBecause(INamedTypeSymbol host, AttributeSyntax attribute)
    {
        if (host.WithContainingTypes().Any(static type => type.IsFileLocal))
            return "a file-local type cannot be extended in another file";
        if (attribute.SyntaxTree.Options.Kind == SourceCodeKind.Script)
            return "a type in a script cannot be extended in another file";

        return attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Kind() is
            SyntaxKind.ClassDeclaration or SyntaxKind.StructDeclaration
            or SyntaxKind.RecordDeclaration or SyntaxKind.RecordStructDeclaration
                ? null
                : "only classes, structs and records can have generated members";
    }
}
