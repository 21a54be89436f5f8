using System.Numerics;

namespace SoftmaxGen.Adversary.Inputs;

/// <summary>What an element type makes special.</summary>
internal static class Format<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static readonly bool IsSingle = typeof(T) == typeof(float);

    /// <summary>From this length on a search looks at few inputs and at many neighbours of each, which cost less.</summary>
    public const int LongRow = 512;

    /// <summary>Digits of the significand.</summary>
    public static readonly int Precision = IsSingle ? 24 : 53;

    /// <summary>The binades of the smallest normal number and of the largest one.</summary>
    public static readonly int LowestBinade = IsSingle ? -126 : -1022;
    public static readonly int LargestBinade = IsSingle ? 127 : 1023;

    /// <summary>e^-Reach is below all results, e^-Normal is about the smallest normal one.</summary>
    public static readonly double Reach = IsSingle ? 104 : 746;
    public static readonly double Normal = IsSingle ? 87.3 : 708.4;

    public static readonly double Largest = IsSingle ? float.MaxValue : double.MaxValue;
    public static readonly double Smallest = IsSingle ? float.Epsilon : double.Epsilon;

    /// <summary>The nearest finite number.</summary>
    public static T Finite(double value) => T.CreateTruncating(double.IsNaN(value) ? 0 : Math.Clamp(value, -Largest, Largest));

    /// <summary>The number that many steps away, if it is finite.</summary>
    public static T Step(T value, long steps)
    {
        if (!T.IsFinite(value))
            return value;
        T result;
        if (IsSingle)
            result = T.CreateTruncating(BitConverter.Int32BitsToSingle((int)FromOrdinal(Math.Clamp(ToOrdinal(BitConverter.SingleToInt32Bits(float.CreateTruncating(value)), int.MinValue) + steps, -0x7F7FFFFFL, 0x7F7FFFFFL), int.MinValue)));
        else
            result = T.CreateTruncating(BitConverter.Int64BitsToDouble(FromOrdinal(Math.Clamp(ToOrdinal(BitConverter.DoubleToInt64Bits(double.CreateTruncating(value)), long.MinValue) + steps, -0x7FEFFFFFFFFFFFFFL, 0x7FEFFFFFFFFFFFFFL), long.MinValue)));
        return T.IsFinite(result) ? result : value;
    }

    // Sign and magnitude as a number in order.
    private static long ToOrdinal(long bits, long sign) => bits >= 0 ? bits : sign - bits;

    private static long FromOrdinal(long ordinal, long sign) => ordinal >= 0 ? ordinal : sign - ordinal;
}
