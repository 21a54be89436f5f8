using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using SoftmaxGen.Generated;
using SoftmaxGen.Reference;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>Which lanes count, and what is taken of one lane for all.</summary>
public class LaneTests
{
    private static readonly Vector128<float> Singles = Vector128.Create(1f, 2f, 3f, 4f);
    private static readonly Vector128<double> Doubles = Vector128.Create(1.0, 2.0);

    [Fact]
    public void The_first_ones_go_or_stay()
    {
        Vector128<float>[] without = [Singles, Vector128.Create(0f, 2f, 3f, 4f), Vector128.Create(0f, 0f, 3f, 4f), Vector128.Create(0f, 0f, 0f, 4f), Vector128<float>.Zero];
        for (int count = 0; count <= 4; count++)
        {
            Assert.Equal(without[count], WithoutFirst(Singles, count));
            Assert.Equal(Singles - without[count], OnlyFirst(Singles, count));
        }

        Pair128 pair = new(Doubles, Doubles * 0.125);
        Vector128<double>[] withoutDoubles = [Doubles, Vector128.Create(0.0, 2.0), Vector128<double>.Zero];
        for (int count = 0; count <= 2; count++)
        {
            Vector128<double> left = withoutDoubles[count], gone = Doubles - left;
            Assert.Equal(left, WithoutFirst(Doubles, count));
            Assert.Equal(gone, OnlyFirst(Doubles, count));
            AssertPair(left, left * 0.125, WithoutFirst(pair, count));
            AssertPair(gone, gone * 0.125, OnlyFirst(pair, count));
        }
    }

    [Fact]
    public void Those_of_a_mask_go()
    {
        Vector128<float> ties = Ties(Singles, Vector128.Create(3f));
        Vector128<double> doubleTies = Ties(Doubles, Vector128.Create(1.0));
        Assert.Equal(Vector128.Create(1f, 2f, 0f, 4f), Without(Singles, ties));
        Assert.Equal(Vector128.Create(0.0, 2.0), Without(Doubles, doubleTies));
        AssertPair(Vector128.Create(0.0, 2.0), Vector128.Create(0.0, 0.5), Without(new Pair128(Doubles, Doubles * 0.25), doubleTies));
    }

    [Fact]
    public void Ties_are_counted_where_they_were_accumulated()
    {
        Vector128<int> one = Ties(Singles, Vector128.Create(3f)).AsInt32(), all = Ties(Singles, Singles).AsInt32();
        Assert.Equal(9, Count(one + all + all));
        Vector128<long> oneDouble = Ties(Doubles, Vector128.Create(2.0)).AsInt64(), allDoubles = Ties(Doubles, Doubles).AsInt64();
        Assert.Equal(5, Count(oneDouble + allDoubles + allDoubles));
        Assert.Equal((1, 4), (Count(one.AsSingle()), Count(all.AsSingle())));
        Assert.Equal((1, 2), (Count(oneDouble.AsDouble()), Count(allDoubles.AsDouble())));
    }

    [Fact]
    public void The_label_is_in_one_lane_or_in_none()
    {
        for (int label = 0; label < 20; label++)
        {
            Vector128<float> expected = Vector128.Create(label == 8 ? 0f : 1f, label == 9 ? 0f : 1f, label == 10 ? 0f : 1f, label == 11 ? 0f : 1f);
            Assert.Equal(expected, WithoutLabel(Vector128<float>.One, 8, Vector128.Create(label)));
            Assert.Equal(Vector128.Create(label == 8 ? 0.0 : 1.0, label == 9 ? 0.0 : 1.0), WithoutLabel(Vector128<double>.One, 8, Vector128.Create((long)label)));
        }
    }

    [Fact]
    public void Reciprocals()
    {
        Assert.Equal(Vector128.Create(1f, 0.5f, 1f / 3f, 0.25f), Reciprocal(Singles));
        Assert.Equal(Vector128.Create(1.0, 0.5), Reciprocal(Doubles));
    }

    [Fact]
    public void A_reciprocal_and_its_rest_are_precise_together()
    {
        // Where the product is rounded before 1 is added to it, what is left is as coarse as that rounding.
        double bound = Fma.IsSupported || AdvSimd.Arm64.IsSupported ? 1e-30 : Math.ScaleB(1, -53);
        Random random = new(9);
        for (int i = 0; i < 200; i++)
        {
            double high = 1.0 + random.NextDouble(), low = (random.NextDouble() - 0.5) * 1e-16;
            Vector128<double> reciprocal = Reciprocal(Vector128.Create(high));
            double rest = ReciprocalRest(Vector128.Create(high), Vector128.Create(low), reciprocal).ToScalar();
            BigFloat product = ((BigFloat)high + low) * ((BigFloat)reciprocal.ToScalar() + rest);
            Assert.InRange(Math.Abs(Rounding.ToDouble(product - 1)), 0.0, bound);
        }
    }

    [Fact]
    public void What_an_addition_loses_is_exact()
    {
        Random random = new(10);
        for (int i = 0; i < 200; i++)
        {
            double a = random.NextDouble() - 0.5, b = (random.NextDouble() - 0.5) * Math.ScaleB(1.0, random.Next(-20, 20));
            double lost = Lost(Vector128.Create(a), Vector128.Create(b), Vector128.Create(a + b)).ToScalar();
            Assert.Equal((BigFloat)a + b, (BigFloat)(a + b) + lost);
            Assert.Equal(lost, ScalarKernels.Lost(a, b, a + b));

            float x = (float)a, y = (float)b;
            Assert.Equal((double)x + y, (x + y) + (double)Lost(Vector128.Create(x), Vector128.Create(y), Vector128.Create(x + y)).ToScalar());
        }
    }

    [Fact]
    public void Moderate_and_finite_maxima()
    {
        foreach (float moderate in (float[])[0f, 1024f, -1024f])
        {
            Assert.True(IsModerate(Vector128.Create(moderate)) && IsModerate(Vector128.Create(2.0 * moderate)));
            Assert.True(AreModerate(Vector128.Create(moderate)) && AreModerate(Vector128.Create(2.0 * moderate)));
            Assert.True(IsFinite(Vector128.Create((double)moderate)));
        }

        foreach (float other in (float[])[1024.25f, -1024.25f, float.PositiveInfinity, float.NegativeInfinity, float.NaN])
        {
            Assert.False(IsModerate(Vector128.Create(other)) || IsModerate(Vector128.Create(2.0 * other)));
            Assert.False(AreModerate(Vector128.Create(0f, 0f, other, 0f)) || AreModerate(Vector128.Create(0.0, 2.0 * other)));
            Assert.Equal(float.IsFinite(other), IsFinite(Vector128.Create((double)other)));
        }
    }

    private static void AssertPair(Vector128<double> high, Vector128<double> low, Pair128 actual)
    {
        Assert.Equal(high, actual.High);
        Assert.Equal(low, actual.Low);
    }
}
