using System.Numerics;
using SoftmaxGen.Benchmarks.Peers;

namespace SoftmaxGen.Benchmarks.Timing;

/// <summary>The operands of timed calls: logits of standard deviation 3, so that no time goes into denormal numbers.</summary>
internal static class Inputs
{
    private const int Seed = 20260;
    private const double Deviation = 3;

    public static Buffers<T> Fill<T>(Buffers<T> buffers, bool probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Random random = new(Seed);
        Span<T> x = buffers.X.Span;
        foreach (ref T value in x)
            value = T.CreateTruncating(Deviation * Normal(random));
        foreach (ref T value in buffers.Second.Span)
            value = T.CreateTruncating(Normal(random));
        if (probabilities)
            ScalarWork.StableSoftmax<T>(x, x);
        return buffers;
    }

    public static T[] Row<T>(int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Random random = new(Seed);
        return Array.ConvertAll(new T[n], _ => T.CreateTruncating(Deviation * Normal(random)));
    }

    // Box and Muller.
    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
