using SoftmaxGen.Reference;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>log(1 + q) against the 256-bit reference, from the smallest q on.</summary>
public class LogarithmTests
{
    [Fact]
    public void Log1p_is_within_2_ulp() => Assert.InRange(LargestRelativeError(Log1p), 1e-17, 2.0 * Math.ScaleB(1.0, -52));

    [Fact]
    public void Log1pShort_is_finer_than_single_precision() => Assert.InRange(LargestRelativeError(Log1pShort), 1e-13, 2e-10);

    [Fact]
    public void Zero_gives_zero_and_NaN_gives_NaN()
    {
        Assert.Equal(0.0, Log1p(0.0));
        Assert.Equal(0.0, Log1pShort(0.0));
        Assert.True(double.IsNaN(Log1p(double.NaN)));
        Assert.True(double.IsNaN(Log1pShort(double.NaN)));
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

    // From 2^-60 to 2^20, and on both sides of every boundary of the table between 1 and 2.
    private static IEnumerable<double> Inputs()
    {
        Random random = new(7);
        for (int exponent = -60; exponent <= 20; exponent++)
        {
            for (int k = 0; k < 12; k++)
                yield return Math.ScaleB(1.0 + random.NextDouble(), exponent);
        }

        for (int i = 1; i < 64; i++)
        {
            yield return Math.BitDecrement(i / 64.0);
            yield return i / 64.0;
            yield return i / 64.0 * (1.0 + (1e-3 * random.NextDouble()));
        }
    }
}
