using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Members;
using SoftmaxGen.Model;

namespace SoftmaxGen.Parsing;

/// <summary>From a compilation to what code for it may use.</summary>
internal static class CapabilityReader
{
    // Many hosts ask the same compilation, and it is dropped after the next key stroke.
    private static readonly ConditionalWeakTable<Compilation, Capabilities> Known = new();

    /// <summary>The newest framework types that each form uses, and those that are in an assembly of their own.</summary>
    private static readonly string[] SpanTypes = ["System.Span`1", "System.ReadOnlySpan`1", "System.MemoryExtensions"];
    private static readonly string[] VectorTypes = [.. SpanTypes, "System.Runtime.Intrinsics.Vector512", "System.Runtime.InteropServices.MemoryMarshal"];
    private static readonly string[] ScalarTypes = ["System.BitConverter", "System.Math", "System.Runtime.CompilerServices.MethodImplAttribute"];

    public static Capabilities Of(Compilation compilation) => Known.GetValue(compilation, Read);

    /// <summary>A type without which no form can do; <see langword="null"/> where there is none missing.</summary>
    public static string? MissingType(Compilation compilation) =>
        Of(compilation).Form == CodeForm.Vectors ? null : ScalarTypes.FirstOrDefault(type => !Has(compilation, type));

    /// <summary>The type of the elements that a target asks for and the framework lacks; <see langword="null"/> where there is none.</summary>
    public static string? MissingElement(Compilation compilation, ElementTypeSet types) =>
        types.HasFlag(ElementTypeSet.Half) && !Has(compilation, ElementName.MetadataNameOf(ElementName.Half)) ? ElementName.MetadataNameOf(ElementName.Half)
        : types.HasFlag(ElementTypeSet.BFloat16) && !Has(compilation, ElementName.MetadataNameOf(ElementName.BFloat16)) ? ElementName.MetadataNameOf(ElementName.BFloat16)
        : (types & ElementName.OfSixteenBits) != 0 && Of(compilation).Form == CodeForm.Arrays ? "System.Span"
        : null;

    private static Capabilities Read(Compilation compilation) => new(
        VectorTypes.All(type => Has(compilation, type)) ? CodeForm.Vectors
            : SpanTypes.All(type => Has(compilation, type)) ? CodeForm.Spans
            : CodeForm.Arrays,
        compilation is not CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp8 });

    // Some libraries have a Span of their own, which is not for others.
    private static bool Has(Compilation compilation, string type) => compilation.GetTypesByMetadataName(type)
        .Any(symbol => compilation.IsSymbolAccessibleWithin(symbol, compilation.Assembly));
}
