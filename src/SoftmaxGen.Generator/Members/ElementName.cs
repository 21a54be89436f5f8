using SoftmaxGen.Model;

namespace SoftmaxGen.Members;

/// <summary>What follows from the name of an element type: <c>float</c>, <c>double</c>, <c>Half</c> or <c>BFloat16</c>.</summary>
internal static class ElementName
{
    public const string Half = "Half", BFloat16 = "BFloat16";

    /// <summary>The types of 16 bits.</summary>
    public const ElementTypeSet OfSixteenBits = ElementTypeSet.Half | ElementTypeSet.BFloat16;

    /// <summary>The most elements of a row that become floats on the stack: 64 KB, which any thread has.</summary>
    public const int MostOnStack = 16384;

    /// <summary>Whether elements have 16 bits, and are computed in <c>float</c>.</summary>
    public static bool IsSixteenBits(string element) => element is Half or BFloat16;

    /// <summary>The type of a number that stands beside rows: a temperature, a loss.</summary>
    public static string OfNumbers(string element) => IsSixteenBits(element) ? "float" : element;

    /// <summary>The type as it is written anywhere.</summary>
    public static string Qualified(string element) => element switch
    {
        Half => "global::" + MetadataNameOf(ElementName.Half),
        BFloat16 => "global::" + MetadataNameOf(ElementName.BFloat16),
        _ => element,
    };

    /// <summary>The name of the type in metadata, of one that not all frameworks have.</summary>
    public static string MetadataNameOf(string element) => element == Half ? "System.Half" : "System.Numerics.BFloat16";
}
