using System.Numerics;

namespace SoftmaxGen.PathProbe;

/// <summary>Logits from integers and powers of two alone: no library function that could differ from one machine to the next.</summary>
internal static class Inputs
{
    public static T[] Rows<T>(int length, int rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var x = new T[length * rows];
        ulong state = (ulong)length;
        for (int i = 0; i < x.Length; i++)
            x[i] = Element<T>(i / length, Next(ref state));
        return x;
    }

    /// <summary>Each row has a shape of its own: narrow, wide, ties, masks, results next to 0, huge values, a NaN.</summary>
    private static T Element<T>(int row, long random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // 40 random bits around 0, as a fraction of one.
        double fraction = Math.ScaleB(random, -39);
        return (row % 12) switch
        {
            0 or 1 or 2 => T.CreateChecked(4 * fraction),
            3 or 4 => T.CreateChecked(30 * fraction),
            5 => T.CreateChecked(100 * fraction),
            6 => T.CreateChecked(random & 3),
            7 => (random & 1) == 0 ? T.NegativeInfinity : T.CreateChecked(8 * fraction),
            8 => T.CreateChecked(1000 + (10 * fraction)),
            9 => T.CreateChecked(600 * fraction),
            10 => T.CreateChecked(1e30 * fraction),
            _ => (random & 31) == 0 ? T.NaN : T.CreateChecked(fraction),
        };
    }

    // SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, 2014).
    private static long Next(ref ulong state)
    {
        unchecked
        {
            ulong z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (long)(z ^ (z >> 31)) >> 24;
        }
    }
}
