namespace SoftmaxGen.PathProbe;

/// <summary>What members for Half add to those for float: the conversions, of every half and of results of all sizes.</summary>
internal static class HalfProbe
{
    public static void Print()
    {
        Print<Half3>("Default", 3);
        Print<Half1001>("Default", 1001);
        Print<PreciseHalf1001>("Precise", 1001);
    }

    private static void Print<THost>(string accuracy, int length)
        where THost : IEmittedHalf
    {
        // All finite halves in ascending order, so that those of a row are near each other, and NaN for a row.
        Half[] x = [.. Enumerable.Range(-0x7BFF, 2 * 0x7BFF).Select(k => BitConverter.UInt16BitsToHalf((ushort)(k < 0 ? 0x8000 - k : k)))];
        x = [.. x.Take(x.Length / length * length)];
        x[length - 1] = Half.NaN;
        Half[] rounded = new Half[x.Length];
        float[] singles = new float[x.Length];
        THost.SoftmaxRows(x, rounded);
        THost.SoftmaxRows(x, singles);

        Hash hash = new();
        hash.Add<Half>(rounded);
        hash.Add<float>(singles);
        Console.WriteLine($"Half {accuracy} Softmax{length} {hash.Value:x16}");
    }
}
