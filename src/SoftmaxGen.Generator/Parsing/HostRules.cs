using System.Collections.Immutable;
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
        if (UnsupportedBecause(host, candidate.Attribute, cancellation) is { } reason)
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

    private static string? UnsupportedBecause(INamedTypeSymbol host, AttributeSyntax attribute, CancellationToken cancellation)
    {
        ImmutableArray<BaseTypeDeclarationSyntax> declarations = ImmutableArray.CreateRange(host.WithContainingTypes()
            .SelectMany(static type => type.DeclaringSyntaxReferences)
            .Select(part => part.GetSyntax(cancellation))
            .OfType<BaseTypeDeclarationSyntax>());
        if (declarations.Any(static declaration => declaration.Modifiers.Any(static modifier => modifier.ValueText == "file")))
            return "a file-local type cannot be extended in another file";
        if (attribute.SyntaxTree.Options.Kind == SourceCodeKind.Script)
            return "a type in a script cannot be extended in another file";
        if (!IsClassOrStruct(attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>()))
            return "only classes, structs and records can have generated members";

        // Whatever else C# has and will have to put a type into, such as a union: its other part would have to be declared as what it is.
        return declarations.All(static declaration => IsClassOrStruct(declaration) || declaration.IsKind(SyntaxKind.InterfaceDeclaration))
            ? null
            : "only types within classes, structs, records and interfaces can have generated members";
    }

    private static bool IsClassOrStruct(SyntaxNode? declaration) => declaration?.Kind() is
        SyntaxKind.ClassDeclaration or SyntaxKind.StructDeclaration or SyntaxKind.RecordDeclaration or SyntaxKind.RecordStructDeclaration;
}
