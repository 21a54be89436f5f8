using System.Text.RegularExpressions;

namespace SoftmaxGen.Emission;

/// <summary>From text with spans to the same text with arrays, for frameworks that have no spans.</summary>
internal static class ArrayForm
{
    private const string NullError = "\n<exception cref=\"T:System.ArgumentNullException\">An array is null.</exception>";

    private static readonly Regex Span = new(@"\b(?:ReadOnly)?Span<(\w+)>", RegexOptions.CultureInvariant);
    private static readonly Regex OverlapError = new(@", ([^,]*), or (?:the two overlap|it overlaps an input) partly\.", RegexOptions.CultureInvariant);

    public static string Of(string code) => Span.Replace(code, "$1[]");

    /// <summary>The documentation of a method with arrays for spans: two arrays are the same or apart, so that it need not speak of overlap.</summary>
    public static string Documentation(string text) =>
        OverlapError.Replace(text, " or $1.")
            .Replace("It may start where the input does, or be apart from it.", "It may be the input itself.")
            .Replace("It may start where <paramref name=\"x\"/> does, or be apart from it.", "It may be <paramref name=\"x\"/> itself.")
        + NullError;
}
