using System.Numerics;
using SoftmaxGen.Benchmarks.Peers;

namespace SoftmaxGen.Benchmarks.Timing;

/// <summary>The operands of timed calls: logits of standard deviation 3, so that no time goes into denormal numbers.</summary>
internal static class Inputs
{
    private const int Seed = 20260;
    private const double Deviation = 3;

    public static void Fill<T>(Buffers<T> buffers, bool probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Random random = new(Seed);
        Span<T> x = buffers.X.Span, second = buffers.Second.Span;
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = T.CreateTruncating(Deviation * Normal(random));
            second[i] = T.CreateTruncating(Normal(random));
        }

        for (int start = 0; probabilities && start < x.Length; start += buffers.RowLength)
            ScalarWork.StableSoftmax<T>(x.Slice(start, buffers.RowLength), x.Slice(start, buffers.RowLength));
    }

    // Box and Muller.
    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
