using System.IO.Compression;
using System.Numerics;
using System.Runtime.InteropServices;
using SoftmaxGen.Adversary.Inputs;

namespace SoftmaxGen.Adversary.Search;

/// <summary>What a search is resumed from.</summary>
internal sealed record SavedProgress(int Rounds, long Evaluations, SavedInput[] Elite, SavedInput? Worst, SavedInput? WorstSubnormal);

/// <summary>An input to the bit. Elements are compressed: many are equal.</summary>
/// <param name="X">The bytes of the logits.</param>
/// <param name="Vector">The bytes of the vector.</param>
internal sealed record SavedInput(string X, string Vector, double Temperature, int Label, string Family)
{
    public static SavedInput Of<T>(Input<T> input)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(Pack<T>(input.X), Pack<T>(input.Vector), double.CreateTruncating(input.Temperature), input.Label, input.Family);

    public Input<T> ToInput<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(Unpack<T>(X), Unpack<T>(Vector), T.CreateTruncating(Temperature), Label, Family);

    /// <summary>The first logits as a person reads them.</summary>
    public string Describe<T>(int most)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] x = Unpack<T>(X);
        return $"[{string.Join(", ", x.Take(most).Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)))}{(x.Length > most ? ", ..." : "")}]";
    }

    private static string Pack<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        using MemoryStream packed = new();
        using (BrotliStream brotli = new(packed, CompressionLevel.Fastest))
            brotli.Write(MemoryMarshal.AsBytes(values));
        return Convert.ToBase64String(packed.ToArray());
    }

    private static T[] Unpack<T>(string text)
        where T : unmanaged
    {
        using MemoryStream unpacked = new();
        using (BrotliStream brotli = new(new MemoryStream(Convert.FromBase64String(text)), CompressionMode.Decompress))
            brotli.CopyTo(unpacked);
        return [.. MemoryMarshal.Cast<byte, T>(unpacked.ToArray())];
    }
}
