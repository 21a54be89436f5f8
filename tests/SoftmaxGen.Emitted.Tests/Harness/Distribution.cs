using System.Numerics;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>Where the logits of a test come from.</summary>
public enum Distribution
{
    /// <summary>Normal, standard deviation 1: every term counts.</summary>
    Normal1,

    /// <summary>Normal, standard deviation 5.</summary>
    Normal5,

    /// <summary>Normal, standard deviation 30: where the rounding of x - max costs other implementations 60 ulp.</summary>
    Normal30,

    /// <summary>Uniform in [-100, 100].</summary>
    Uniform100,

    /// <summary>A handful of values, the maximum among them many times.</summary>
    Ties,

    /// <summary>Normal around 10,000.</summary>
    OffsetUp,

    /// <summary>Normal around -10,000.</summary>
    OffsetDown,

    /// <summary>One large logit, the others so far below it that their results are subnormal or just not.</summary>
    SubnormalResults,
}

internal static class DistributionExtensions
{
    /// <summary>The same logits for the same seed, on every machine.</summary>
    public static T[] Sample<T>(this Distribution distribution, int length, int seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(seed);
        double[] ties = [-3.25, 0, 1, 7.5];
        double lowest = typeof(T) == typeof(float) ? -104 : -746;
        var x = new T[length];
        for (int i = 0; i < length; i++)
        {
            x[i] = T.CreateChecked(distribution switch
            {
                Distribution.Normal1 => Normal(random),
                Distribution.Normal5 => 5 * Normal(random),
                Distribution.Normal30 => 30 * Normal(random),
                Distribution.Uniform100 => 200 * (random.NextDouble() - 0.5),
                Distribution.Ties => ties[random.Next(ties.Length)],
                Distribution.OffsetUp => 1e4 + (5 * Normal(random)),
                Distribution.OffsetDown => -1e4 + (5 * Normal(random)),
                Distribution.SubnormalResults => lowest + (20 * random.NextDouble()),
                _ => throw new ArgumentOutOfRangeException(nameof(distribution)),
            });
        }

        if (distribution == Distribution.SubnormalResults)
            x[random.Next(length)] = T.Zero;
        return x;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
