using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;

namespace SoftmaxGen.Emitted.Tests.SameBits;

/// <summary>Ordinary and special rows, whose results must have the same bits on every path.</summary>
internal static class TestedRows
{
    public static IEnumerable<(string What, T[] Row)> Of<T>(int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        yield return ("narrow", Distribution.Normal1.Sample<T>(length, seed: length));
        yield return ("wide", Distribution.Normal30.Sample<T>(length, seed: length));
        yield return ("ties", Distribution.Ties.Sample<T>(length, seed: length));
        yield return ("results next to 0", Distribution.SubnormalResults.Sample<T>(length, seed: length));

        T[] masked = Distribution.Normal5.Sample<T>(length, seed: length);
        for (int i = 1; i < length; i += 2)
            masked[i] = T.NegativeInfinity;
        yield return ("masked", masked);

        yield return ("huge", Array.ConvertAll(masked, value => value * T.CreateChecked(1e30)));

        T[] poisoned = Distribution.Normal5.Sample<T>(length, seed: length);
        poisoned[^1] = T.NaN;
        yield return ("NaN", poisoned);
    }

    /// <summary>A NaN's sign and payload are not part of the promise.</summary>
    public static bool AreSame<T>(T a, T b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.IsNaN(a) ? T.IsNaN(b) : a == b && T.IsNegative(a) == T.IsNegative(b);
}
