using System.Runtime.Intrinsics;
using SoftmaxGen.Generated;
using SoftmaxGen.Reference;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>log(1 + q) against the 256-bit reference, from the smallest q on.</summary>
public class LogarithmTests
{
    [Fact]
    public void Log1p_is_within_an_ulp() => Assert.InRange(LargestRelativeError(Log1pOfMany), 1e-17, 1.1 * Math.ScaleB(1.0, -52));

    [Fact]
    public void Log1pShort_is_finer_than_single_precision() => Assert.InRange(LargestRelativeError(Log1pShortOfMany), 1e-13, 4e-10);

    [Fact]
    public void The_logarithm_of_losses_has_15_digits()
    {
        Assert.InRange(LargestRelativeError(q => LogOfOneAnd(Vector128.Create(q)).ToScalar()), 1e-17, 1e-15);
        Assert.InRange(LargestRelativeError(q => LogOfOneAnd(Vector128.Create(0.0, q)).GetElement(1)), 1e-17, 1e-15);
        Assert.Equal(0.0, LogOfOneAnd(Vector128<double>.Zero).ToScalar());
        Assert.True(double.IsNaN(LogOfOneAnd(Vector128.Create(double.NaN)).ToScalar()));
        Assert.Equal(Math.Log(1e300), LogOfOneAnd(Vector128.Create(1e300)).ToScalar(), 1e-12);
    }

    /// <summary>Both parts of q count, and both parts of the result.</summary>
    [Fact]
    public void Log1p_of_a_pair_has_63_bits()
    {
        Random random = new(8);
        double largest = 0.0;
        foreach (double q in Inputs())
        {
            double low = Math.ScaleB(q, -53) * (random.NextDouble() - 0.5);
            DoubleDouble actual = Log1p(q, low);
            BigFloat exact = Elementary.Log1p((BigFloat)q + low);
            largest = Math.Max(largest, Math.Abs(Rounding.ToDouble(((BigFloat)actual.High + actual.Low - exact) / exact)));
        }

        Assert.InRange(largest, 0.0, Math.ScaleB(1.0, -63));
    }

    /// <summary>Up to 15 there is nothing but the table.</summary>
    [Fact]
    public void Few_terms_stay_within_the_table()
    {
        foreach (double q in Inputs().Append(15.0).Where(q => q <= 15.0))
        {
            Assert.Equal(Log1pOfMany(q), Log1p(q));
            Assert.Equal(Log1pShortOfMany(q), Log1pShort(q));
        }

        Assert.True(double.IsNaN(Log1pOfMany(double.NaN)));
        Assert.True(double.IsNaN(Log1pShortOfMany(double.NaN)));
    }

    [Fact]
    public void Zero_gives_zero_and_NaN_gives_NaN()
    {
        Assert.Equal(0.0, Log1p(0.0));
        Assert.Equal(0.0, Log1pShort(0.0));
        Assert.Equal(0.0, Log1p(0.0, 0.0).High);
        Assert.True(double.IsNaN(Log1p(double.NaN)));
        Assert.True(double.IsNaN(Log1pShort(double.NaN)));
        Assert.True(double.IsNaN(Log1p(double.NaN, 0.0).High));
        Assert.Equal(double.Epsilon, Log1p(double.Epsilon));
        Assert.Equal(double.Epsilon, Log1p(double.Epsilon, 0.0).High);
    }

    private static double LargestRelativeError(Func<double, double> log1p)
    {
        double largest = 0.0;
        foreach (double q in Inputs())
        {
            BigFloat exact = Elementary.Log1p(q);
            BigFloat error = (BigFloat)log1p(q) - exact;
            largest = Math.Max(largest, Math.Abs(Rounding.ToDouble(error / exact)));
        }

        return largest;
    }

    // From 2^-60 to 2^31, and on both sides of every boundary of the table from 1 to 16.
    private static IEnumerable<double> Inputs()
    {
        Random random = new(7);
        for (int exponent = -60; exponent <= 30; exponent++)
        {
            for (int k = 0; k < 12; k++)
                yield return Math.ScaleB(1.0 + random.NextDouble(), exponent);
        }

        for (int octave = 1; octave <= 8; octave *= 2)
        {
            for (int i = 1; i < 32; i += 2)
            {
                double boundary = (octave * (1.0 + (i / 32.0))) - 1.0;
                yield return Math.BitDecrement(boundary);
                yield return boundary;
                yield return boundary + (1e-3 * random.NextDouble());
            }
        }
    }
}
