using System.Text;

namespace SoftmaxGen.Emission;

/// <summary>The file that all hosts of a compilation share: the kernels, one copy of the text for each vector width.</summary>
internal static class KernelsEmitter
{
    public const string HintName = "SoftmaxGen.Kernels.g.cs";

    // In reading order. The last ones are written for 256 bits and are emitted once for each width.
    private static readonly string[] Once = ["Arguments", "Hooks", "Memory", "TermMemory", "Zip", "TileMemory", "Across", "Extremes", "Temperature", "Logarithm", "NearZero", "LaneMasks", "SingleConstants", "DoubleConstants"];
    private static readonly string[] EachWidth = ["SingleExp", "DoubleExp", "PreciseExp", "PairExp", "Lanes", "TileLanes"];

    private static readonly Lazy<string> Text = new(Build);

    /// <summary>The text of the shared file.</summary>
    public static string Emit() => Text.Value;

    private static string Build()
    {
        StringBuilder text = new();
        text.Append(HostEmitter.Header).Append("#nullable disable\n");
        foreach (string name in Once)
            text.Append('\n').Append(Read(name));
        foreach (string width in new[] { "128", "256", "512" })
        {
            foreach (string name in EachWidth)
                text.Append('\n').Append(Read(name).Replace("256", width).Replace("Written for " + width + " bits; the other widths are the same text.", "For " + width + " bits."));
        }

        return text.ToString();
    }

    private static string Read(string name)
    {
        using Stream stream = typeof(KernelsEmitter).Assembly.GetManifestResourceStream("Kernels." + name + ".cs")!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
