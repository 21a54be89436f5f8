using System.Text;
using System.Text.RegularExpressions;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>The texts of the kernels in the form that a framework takes, in reading order.</summary>
internal static class KernelSources
{
    // The second ones are written for 256 bits; for 128 and 512 bits the text is the same with the number replaced.
    private static readonly string[] Once = ["Arguments", "AnyLength", "ColumnsOfTile", "ParallelRows", "Overlap", "Hooks", "Memory", "Zip", "TileMemory", "RowsOfThree", "Transposition", "Across", "RowsAcross", "Extremes", "PlainSoftmax", "RoundingMargin", "Temperature", "Logarithm", "LogarithmPair", "NearZero", "EntropyOfFar", "LogSoftmaxProductFar", "LogOfRatio", "Losses", "Smoothed", "TemperedFar", "DividedTwice", "DivergenceOf", "PlainDistances", "LessTargetRest", "LogConstants", "DrawBlocks", "DoubleDouble", "FixedPoint", "LaneMasks", "Eighths", "SixteenBits", "LongRows", "SixteenBitMemory", "SingleConstants", "DoubleConstants", "ConstantRows", "ExpInStep512"];
    private static readonly string[] EachWidth = ["SingleExp", "DoubleExp", "ExpInStep", "PreciseExp", "LogExp", "PairExp", "RoundingTest", "PreciseSoftmax", "Lanes", "TileLanes", "ColumnTiles", "LessTarget", "Divergence", "PlainLogarithm", "DrawVectors", "TermSums", "QuickLogarithm", "HalfVectors"];

    // These are written for 256 bits and float.
    private static readonly string[] EachWidthAndElement = ["RowScans", "LargestKey"];

    // These are written for float and are emitted for double, too.
    private static readonly string[] EachElementOfVectors = ["QuickRows", "DrawnRows", "TopElements"];

    // For frameworks without vectors. The second ones are written for float and are emitted for double, too.
    private static readonly string[] ScalarOnce =
    [
        "Arguments", "ColumnsOfTile", "ScalarArguments", "ScalarOverlap", "ScalarColumn", "ScalarColumns", "ScalarSingle", "ScalarDouble", "ScalarTerms", "ScalarCut", "ScalarExp", "ScalarPair",
        "ScalarTemperature", "ScalarNearZero", "ScalarEntropy", "LogOfRatio", "Smoothed", "ScalarLosses", "ScalarTempered", "DividedTwice", "DivergenceOf", "ScalarTermFrom", "LogConstants", "ScalarLogarithm", "DoubleDouble", "FixedPoint", "LogarithmPair", "ScalarFused", "ScalarHalf", "LongRows", "DoubleConstants",
    ];

    private static readonly string[] EachElement = ["ScalarProducts", "ScalarTargets", "ScalarPolicies", "ScalarDivergence", "ScalarDraws", "TopElements", "ScalarExtremes"];

    private static readonly string[] Elements = ["float", "double"];

    public static IEnumerable<string> Of(CodeForm form) => form == CodeForm.Vectors ? Vectors() : Scalar(form);

    private static IEnumerable<string> Vectors()
    {
        foreach (string name in Once)
            yield return Read(name);
        foreach (string width in new[] { "128", "256", "512" })
        {
            foreach (string name in EachWidth)
                yield return OfWidth(Read(name).Replace("Written for 256 bits; the other widths are the same text.", "For 256 bits."), width);
            foreach (string text in EachWidthAndElement.SelectMany(static name => Elements, OfElement))
                yield return OfWidth(text, width);
        }

        foreach (string element in Elements)
        {
            foreach (string name in EachElementOfVectors)
                yield return OfElement(name, element);
        }
    }

    private static IEnumerable<string> Scalar(CodeForm form)
    {
        foreach (string name in ScalarOnce.Where(name => !(form == CodeForm.Arrays ? name is "ScalarOverlap" or "ScalarHalf" or "LongRows" : name == "ScalarColumn")))
            yield return ScalarForm.Of(Read(name), form);
        foreach (string element in Elements)
        {
            foreach (string name in EachElement)
                yield return ScalarForm.Of(OfElement(name, element), form);
        }
    }

    /// <summary>Text that is written for 256 bits for another width: the number at the end of a name, as in <c>Vector256</c>, and before "bits". A constant 256 stays.</summary>
    public static string OfWidth(string text, string width)
    {
        const string Written = "256";
        StringBuilder result = new(text.Length);
        int start = 0;
        for (int at = text.IndexOf(Written, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Written, at + Written.Length, StringComparison.Ordinal))
        {
            bool isName = at > 0 && char.IsLetter(text[at - 1]), isComment = string.CompareOrdinal(text, at + Written.Length, " bits", 0, 5) == 0;
            if (!isName && !isComment)
                continue;
            result.Append(text, start, at - start).Append(width);
            start = at + Written.Length;
        }

        return result.Append(text, start, text.Length - start).ToString();
    }

    private static string OfElement(string name, string element) => Read(name)
        .Replace("Written for float; the text for double is the same.", "For float.")
        .Replace("Written for 256 bits and float; the other widths, and double, are the same text.", "For 256 bits and float.")
        .Replace("float", element);

    private static string Read(string name)
    {
        using Stream stream = typeof(KernelSources).Assembly.GetManifestResourceStream("Kernels." + name + ".cs")!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }

    // A class of its own, so that no regular expression is made where there are vectors.
    private static class ScalarForm
    {
        // The compiler makes such a property read static data only where the framework helps it; elsewhere it would allocate.
        private static readonly Regex Table = new(@"static ReadOnlySpan<(\w+)> (\w+) => new \1\[\]", RegexOptions.CultureInvariant);

        public static string Of(string text, CodeForm form)
        {
            text = Table.Replace(text, "static readonly $1[] $2 = new $1[]")
                .Replace("Math.FusedMultiplyAdd(", "ScalarKernels.FusedMultiplyAdd(")
                .Replace("Math.ScaleB(", "ScalarKernels.ScaleB(");
            return form == CodeForm.Arrays ? ArrayForm.Of(text).Replace("ReadOnlySpan{float}", "float[]").Replace("Span{float}", "float[]") : text;
        }
    }
}
