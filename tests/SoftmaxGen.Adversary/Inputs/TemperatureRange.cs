namespace SoftmaxGen.Adversary.Inputs;

/// <summary>Where a search keeps the temperature.</summary>
internal enum TemperatureRange
{
    /// <summary>The member has none.</summary>
    None,

    /// <summary>Below 1/1000, down to the smallest number.</summary>
    Tiny,

    /// <summary>1/1000 to 1000.</summary>
    Ordinary,

    /// <summary>Above 1000, up to the largest number.</summary>
    Huge,
}

internal static class TemperatureRanges
{
    /// <summary>Any of its temperatures, with equal chances for every power of two.</summary>
    public static double Sample<T>(this TemperatureRange range, Random random)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        (double low, double high) = range.Limits<T>();
        return range == TemperatureRange.None ? 1 : range.Clamp<T>(Math.Exp(Math.Log(low) + (random.NextDouble() * (Math.Log(high) - Math.Log(low)))));
    }

    public static double Clamp<T>(this TemperatureRange range, double value)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        (double low, double high) = range.Limits<T>();
        return Math.Clamp(value, low, high);
    }

    private static (double Low, double High) Limits<T>(this TemperatureRange range)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> => range switch
        {
            TemperatureRange.Tiny => (Format<T>.Smallest, 1e-3),
            TemperatureRange.Ordinary => (1e-3, 1e3),
            TemperatureRange.Huge => (1e3, Format<T>.Largest),
            _ => (1, 1),
        };
}
