using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Parsing;

/// <summary>Finds <c>SoftmaxGen.SoftmaxAttribute</c> on a type.</summary>
internal static class SoftmaxAttributes
{
    public const string MetadataName = "SoftmaxGen.SoftmaxAttribute";

    /// <summary>The attributes of all parts of the type; the compiler allows one (CS0579).</summary>
    public static IEnumerable<AttributeData> Of(INamedTypeSymbol host) =>
        host.GetAttributes().Where(static attribute => IsSoftmax(attribute.AttributeClass));

    private static bool IsSoftmax(INamedTypeSymbol? type) => type is
    {
        Name: "SoftmaxAttribute",
        Arity: 0,
        ContainingType: null,
        ContainingNamespace: { Name: "SoftmaxGen", ContainingNamespace.IsGlobalNamespace: true },
    };
}
