using System.Runtime.Intrinsics;
using SoftmaxGen.Reference;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>Sums over the lanes of a vector, and what they round away.</summary>
public class AcrossTests
{
    [Fact]
    public void A_sum_and_its_rest_are_exact_together()
    {
        foreach (double[] lanes in Rows())
        {
            Vector128<double> a = Vector128.Create(lanes[0], lanes[1]), b = Vector128.Create(lanes[2], lanes[3]);
            Vector128<double> c = Vector128.Create(lanes[4], lanes[5]), d = Vector128.Create(lanes[6], lanes[7]);
            double sum = SumAcross((a + c) + (b + d)).ToScalar(), rest = LostAcross(a, b, c, d).ToScalar();

            BigFloat exact = lanes.Aggregate(BigFloat.Zero, (total, lane) => total + lane);
            double error = Rounding.ToDouble((BigFloat)sum + rest - exact);
            Assert.InRange(Math.Abs(error), 0.0, 1e-30 * sum);
        }
    }

    /// <summary>The terms of a row stand between 0 and 2^128, and little more.</summary>
    [Fact]
    public void The_high_parts_of_sixteen_terms_are_added_without_rounding()
    {
        double unit = Math.ScaleB(1, 80);
        Random random = new(1);
        for (int row = 0; row < 1000; row++)
        {
            double sum = 0;
            BigFloat exact = BigFloat.Zero;
            for (int i = 0; i < 16; i++)
            {
                double term = Math.ScaleB(1.05 - Math.Pow(random.NextDouble(), 1 + (row % 5)), 128), high = High(Vector128.Create(term)).ToScalar();
                Assert.True(Math.Abs(term - high) <= unit / 2 && Math.IEEERemainder(high, unit) == 0, $"{term:R}: {high:R}");
                sum += high;
                exact += high;
            }

            Assert.Equal(exact, (BigFloat)sum);
        }
    }

    [Fact]
    public void Both_have_the_same_bits_at_every_width()
    {
        foreach (double[] lanes in Rows())
        {
            Vector128<double> a = Vector128.Create(lanes[0], lanes[1]), b = Vector128.Create(lanes[2], lanes[3]);
            Vector128<double> c = Vector128.Create(lanes[4], lanes[5]), d = Vector128.Create(lanes[6], lanes[7]);
            double sum = SumAcross((a + c) + (b + d)).ToScalar(), rest = LostAcross(a, b, c, d).ToScalar();
            if (HasVector256)
            {
                Vector256<double> lower = Vector256.Create(a, b), upper = Vector256.Create(c, d);
                Assert.Equal(Vector256.Create(sum), SumAcross(lower + upper));
                Assert.Equal(Vector256.Create(rest), LostAcross(lower, upper));
            }

            if (HasVector512)
            {
                Vector512<double> all = Vector512.Create(lanes);
                Assert.Equal(Vector512.Create(sum), SumAcross(all));
                Assert.Equal(Vector512.Create(rest), LostAcross(all));
            }
        }
    }

    /// <summary>Halves onto halves, so that a sum has the same bits at every width; the result stands in every lane.</summary>
    [Fact]
    public void Sums_of_single_precision_are_folded()
    {
        foreach (double[] lanes in Rows())
        {
            float[] singles = [.. lanes.Concat(lanes.Reverse().Select(lane => 0.7 * lane)).Select(lane => (float)lane)];
            Assert.Equal(Vector128.Create(Folded(singles[..4])), SumAcross(Vector128.Create(singles)));
            if (HasVector256)
                Assert.Equal(Vector256.Create(Folded(singles[..8])), SumAcross(Vector256.Create(singles)));
            if (HasVector512)
                Assert.Equal(Vector512.Create(Folded(singles)), SumAcross(Vector512.Create(singles)));
        }
    }

    [Fact]
    public void The_maximum_is_found_in_every_lane()
    {
        for (int largest = 0; largest < 16; largest++)
        {
            float[] lanes = [.. Enumerable.Range(0, 16).Select(k => (float)-Math.Abs(k - largest))];
            double[] doubles = [.. lanes.Select(lane => (double)lane)];
            Assert.Equal(Vector128.Create(lanes[..4].Max()), MaxAcross(Vector128.Create(lanes)));
            Assert.Equal(Vector128.Create(doubles[..2].Max()), MaxAcross(Vector128.Create(doubles)));
            if (HasVector256)
            {
                Assert.Equal(Vector256.Create(lanes[..8].Max()), MaxAcross(Vector256.Create(lanes)));
                Assert.Equal(Vector256.Create(doubles[..4].Max()), MaxAcross(Vector256.Create(doubles)));
            }

            if (HasVector512)
            {
                Assert.Equal(Vector512.Create(0f), MaxAcross(Vector512.Create(lanes)));
                Assert.Equal(Vector512.Create(doubles[..8].Max()), MaxAcross(Vector512.Create(doubles)));
            }
        }
    }

    [Fact]
    public void Neighbours_are_swapped_at_every_width()
    {
        float[] lanes = [.. Enumerable.Range(0, 16).Select(k => (float)k)], swapped = [.. Enumerable.Range(0, 16).Select(k => (float)(k ^ 1))];
        Assert.Equal(Vector128.Create(swapped), SwapNeighbours(Vector128.Create(lanes)));
        if (HasVector256)
            Assert.Equal(Vector256.Create(swapped), SwapNeighbours(Vector256.Create(lanes)));
        if (HasVector512)
            Assert.Equal(Vector512.Create(swapped), SwapNeighbours(Vector512.Create(lanes)));
    }

    private static float Folded(float[] lanes) =>
        lanes.Length == 1 ? lanes[0] : Folded([.. lanes[..(lanes.Length / 2)].Zip(lanes[(lanes.Length / 2)..], (a, b) => a + b)]);

    private static IEnumerable<double[]> Rows()
    {
        var random = new Random(17);
        return Enumerable.Range(0, 200).Select(_ => Enumerable.Range(0, 8).Select(_ => Math.Exp(-20.0 * random.NextDouble())).ToArray());
    }
}
