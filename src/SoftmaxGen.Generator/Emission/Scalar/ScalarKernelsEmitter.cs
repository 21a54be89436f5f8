using System.Text.RegularExpressions;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>The kernels for frameworks without vectors: those of one element, and what of the other kernels has no vectors in it.</summary>
internal static class ScalarKernelsEmitter
{
    // In reading order. The second ones are written for float and are emitted for double, too.
    private static readonly string[] Once =
    [
        "Arguments", "ScalarArguments", "ScalarOverlap", "ScalarColumn", "ScalarSingle", "ScalarDouble", "ScalarTerms", "ScalarCut", "ScalarExp", "ScalarPair",
        "ScalarTemperature", "ScalarNearZero", "ScalarEntropy", "LogOfRatio", "ScalarLosses", "DoubleDouble", "FixedPoint", "LogarithmPair", "ScalarFused", "DoubleConstants",
    ];

    private static readonly string[] EachElement = ["ScalarProducts", "ScalarExtremes", "ScalarColumns"];

    // The compiler makes such a property read static data only where the framework helps it; elsewhere it would allocate.
    private static readonly Regex Table = new(@"static ReadOnlySpan<(\w+)> (\w+) => new \1\[\]", RegexOptions.CultureInvariant);

    public static IEnumerable<string> Texts(CodeForm form)
    {
        foreach (string name in Once.Where(name => name != (form == CodeForm.Arrays ? "ScalarOverlap" : "ScalarColumn")))
            yield return InForm(KernelsEmitter.Read(name), form);
        foreach (string element in new[] { "float", "double" })
        {
            foreach (string name in EachElement)
                yield return InForm(KernelsEmitter.Read(name).Replace("Written for float; the text for double is the same.", $"For {element}.").Replace("float", element), form);
        }
    }

    private static string InForm(string text, CodeForm form)
    {
        text = Table.Replace(text, "static readonly $1[] $2 = new $1[]")
            .Replace("Math.FusedMultiplyAdd(", "ScalarKernels.FusedMultiplyAdd(")
            .Replace("Math.ScaleB(", "ScalarKernels.ScaleB(");
        return form == CodeForm.Arrays ? ArrayForm.Of(text).Replace("ReadOnlySpan{float}", "float[]").Replace("Span{float}", "float[]") : text;
    }
}
