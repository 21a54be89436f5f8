using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SoftmaxGen.Model;

namespace SoftmaxGen.Parsing;

/// <summary>From the symbol of a host to the declarations that reopen it.</summary>
internal static class HostTypes
{
    public static HostType Of(INamedTypeSymbol host)
    {
        IEnumerable<TypeDeclaration> types = host.WithContainingTypes().Reverse().Select(Declaration);
        return new HostType(
            Namespace(host.ContainingNamespace),
            new EquatableArray<TypeDeclaration>(types.ToImmutableArray()),
            HintNames.Of(host));
    }

    private static string Namespace(INamespaceSymbol? part) => part switch
    {
        null or { IsGlobalNamespace: true } => "",
        { ContainingNamespace.IsGlobalNamespace: true } => Escape(part.Name),
        _ => $"{Namespace(part.ContainingNamespace)}.{Escape(part.Name)}",
    };

    private static TypeDeclaration Declaration(INamedTypeSymbol type)
    {
        string name = Escape(type.Name);
        return new TypeDeclaration(
            Keywords(type),
            type.TypeParameters.IsEmpty ? name : $"{name}<{string.Join(", ", type.TypeParameters.Select(TypeParameter))}>");
    }

    /// <summary>What reopens a type; a part may leave out what another part says: accessibility, static, readonly, ref, base types, constraints.</summary>
    public static string Keywords(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "partial record struct",
        { IsRecord: true } => "partial record",
        { TypeKind: TypeKind.Struct } => "partial struct",
        { TypeKind: TypeKind.Interface } => "partial interface",
        _ => "partial class",
    };

    // Variance, which only the interfaces around a host can have, must be repeated.
    private static string TypeParameter(ITypeParameterSymbol parameter) => parameter.Variance switch
    {
        VarianceKind.In => "in " + Escape(parameter.Name),
        VarianceKind.Out => "out " + Escape(parameter.Name),
        _ => Escape(parameter.Name),
    };

    // Keywords, the contextual ones and those to come included, are words of lower-case ASCII letters;
    // and the compiler warns of a type that is named by such a word without `@` (CS8981).
    private static string Escape(string name) =>
        name.All(static c => c is (>= 'a' and <= 'z') or '_') ? "@" + name : name;
}
