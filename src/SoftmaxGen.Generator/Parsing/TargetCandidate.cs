using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Model;

namespace SoftmaxGen.Parsing;

/// <summary>A type with an attribute that the compiler accepts; whether we do is up to the <see cref="TargetRules"/>.</summary>
/// <param name="Type">The type that has the attribute.</param>
/// <param name="Attribute">The attribute in source, for the places of squiggles.</param>
/// <param name="Target">What the attribute asks for, as yet unchecked.</param>
internal sealed record TargetCandidate(INamedTypeSymbol Type, AttributeSyntax Attribute, SoftmaxTarget Target)
{
    /// <summary>The name of the type where the attribute is.</summary>
    public Location Identifier => Attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.GetLocation() ?? Type.Locations[0];

    /// <summary>
    /// The candidate; <see langword="null"/> if the type has no such attribute, or if the compiler has an error for the attribute
    /// or for how the type is declared, to which there is nothing to add.
    /// </summary>
    public static TargetCandidate? Of(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct // else CS0592
        && type.HasNames() // else CS1001
        && SoftmaxAttributes.Of(type).ToArray() is [AttributeData attribute] // else CS0579
        && attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
        && !type.WithContainingTypes().Any(part => part.IsDeclaredTwice(cancellation)) // else CS0260, CS0101
        && AttributeReader.Read(attribute, syntax, compilation, HostTypes.Of(type)) is { } target
            ? new TargetCandidate(type, syntax, target)
            : null;
}
