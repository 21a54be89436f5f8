using System.Text.RegularExpressions;

namespace SoftmaxGen.Emission;

/// <summary>From text with spans to the same text with arrays, for frameworks that have no spans.</summary>
internal static class ArrayForm
{
    private static readonly Regex Span = new(@"\b(?:ReadOnly)?Span<(\w+)>", RegexOptions.CultureInvariant);

    public static string Of(string code) => Span.Replace(code, "$1[]");
}
