using System.Collections.Concurrent;
using System.Text;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>The file that all hosts of a compilation share: the kernels, one copy of the text for each vector width.</summary>
internal static class KernelsEmitter
{
    public const string HintName = "SoftmaxGen.Kernels.g.cs";

    // In reading order. The last ones are written for 256 bits and are emitted once for each width.
    private static readonly string[] Once = ["Arguments", "Overlap", "Hooks", "Memory", "Zip", "TileMemory", "RowsOfThree", "Transposition", "Across", "RowsAcross", "Extremes", "PlainSoftmax", "RoundingMargin", "Temperature", "Logarithm", "LogarithmPair", "NearZero", "EntropyOfFar", "LogOfRatio", "DoubleDouble", "FixedPoint", "LaneMasks", "Eighths", "SingleConstants", "DoubleConstants", "ConstantRows", "ExpInStep512"];
    private static readonly string[] EachWidth = ["SingleExp", "DoubleExp", "ExpInStep", "PreciseExp", "LogExp", "PairExp", "RoundingTest", "PreciseSoftmax", "Lanes", "TileLanes"];

    private static readonly ConcurrentDictionary<Capabilities, string> Known = new();

    /// <summary>The text of the shared file.</summary>
    public static string Emit(Capabilities capabilities) => Known.GetOrAdd(capabilities, Build);

    private static string Build(Capabilities capabilities)
    {
        StringBuilder text = new();
        text.Append(HostEmitter.Header).Append(capabilities.HasNullable ? "#nullable disable\n" : "");
        foreach (string part in capabilities.Form == CodeForm.Vectors ? Texts() : ScalarKernelsEmitter.Texts(capabilities.Form))
            text.Append('\n').Append(part);
        return text.ToString();
    }

    private static IEnumerable<string> Texts()
    {
        foreach (string name in Once)
            yield return Read(name);
        foreach (string width in new[] { "128", "256", "512" })
        {
            foreach (string name in EachWidth)
                yield return Read(name).Replace("256", width).Replace("Written for " + width + " bits; the other widths are the same text.", "For " + width + " bits.");
        }
    }

    /// <summary>The text of one file of kernels.</summary>
    public static string Read(string name)
    {
        using Stream stream = typeof(KernelsEmitter).Assembly.GetManifestResourceStream("Kernels." + name + ".cs")!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
