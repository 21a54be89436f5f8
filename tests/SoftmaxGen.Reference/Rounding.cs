using System.Numerics;

namespace SoftmaxGen.Reference;

/// <summary>Exact values against the grid of an IEEE format: rounding to the nearest, ties to even, and distances in units in the last place.</summary>
public static class Rounding
{
    private static readonly Format Single = new(Precision: 24, MinBinade: -126);
    private static readonly Format Double = new(Precision: 53, MinBinade: -1022);

    public static double ToDouble(BigFloat exact) => RoundToNearestEven(exact, Double);

    // A value that is on the grid of float (or is 2^128, from where float overflows) converts without a second rounding.
    public static float ToSingle(BigFloat exact) => (float)RoundToNearestEven(exact, Single);

    public static T To<T>(BigFloat exact)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? T.CreateTruncating(ToSingle(exact)) : T.CreateTruncating(ToDouble(exact));

    /// <summary>The spacing of T in the binade of the exact value; below the normal numbers, the spacing of the subnormal ones.</summary>
    public static BigFloat Ulp<T>(BigFloat exact)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(BigInteger.One, FormatOf<T>().Quantum(exact));

    /// <summary>|actual - exact| in units in the last place of the exact value.</summary>
    public static double UlpError<T>(T actual, BigFloat exact)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => ErrorIn(Ulp<T>(exact), actual, exact);

    /// <summary>|actual - exact| as a multiple of a unit that the caller derives; infinite for an actual value that is not finite.</summary>
    public static double ErrorIn<T>(BigFloat unit, T actual, BigFloat exact)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.IsFinite(actual) ? ToDouble(BigFloat.Abs(double.CreateChecked(actual) - exact) / unit) : double.PositiveInfinity;

    private static Format FormatOf<T>() => typeof(T) == typeof(float) ? Single
        : typeof(T) == typeof(double) ? Double
        : throw new NotSupportedException($"{typeof(T)} is no element type.");

    private static double RoundToNearestEven(BigFloat exact, Format format)
    {
        if (exact.Sign == 0)
            return 0;

        int quantum = format.Quantum(exact);
        int drop = quantum - exact.Exponent;
        BigInteger magnitude = BigInteger.Abs(exact.Mantissa);
        BigInteger count = drop > 0 ? magnitude >> drop : magnitude << -drop;
        if (drop > 0)
        {
            int half = (magnitude - (count << drop)).CompareTo(BigInteger.One << (drop - 1));
            if (half > 0 || (half == 0 && !count.IsEven))
                count += BigInteger.One;
        }

        double rounded = Math.ScaleB((double)count, quantum);
        return exact.Sign < 0 ? -rounded : rounded;
    }

    private sealed record Format(int Precision, int MinBinade)
    {
        /// <summary>The exponent of the spacing around the value.</summary>
        public int Quantum(BigFloat value) =>
            (value.Sign == 0 ? MinBinade : Math.Max(value.Binade, MinBinade)) - (Precision - 1);
    }
}
