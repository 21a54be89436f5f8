using SoftmaxGen.Generated;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>The fused multiply-add in integers, and products with powers of two, against those of the processor, or of the runtime.</summary>
public class FusedTests
{
    private static readonly double[] Special =
    [
        0.0, -0.0, 1.0, -1.0, 3.0, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, 2.225073858507201e-308, double.MaxValue, double.MinValue,
        1.0 + Math.ScaleB(1, -52), 1.0 - Math.ScaleB(1, -53), Math.ScaleB(1, -537), Math.ScaleB(1, 511), double.PositiveInfinity, double.NegativeInfinity, double.NaN,
    ];

    [Fact]
    public void Special_values()
    {
        foreach (double a in Special)
        {
            foreach (double b in Special)
            {
                foreach (double c in Special)
                    AssertSame(a, b, c);
            }
        }
    }

    /// <summary>Any bits at all: the product and the addend are mostly far apart.</summary>
    [Fact]
    public void Random_bits()
    {
        Random random = new(1);
        for (int i = 0; i < 300_000; i++)
            AssertSame(BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)), BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)), BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)));
    }

    /// <summary>An addend next to the product: what cancels, what rounds to even, and what is denormal.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(-520)]
    [InlineData(-536)]
    [InlineData(510)]
    public void Cancellation(int exponent)
    {
        Random random = new(exponent);
        for (int i = 0; i < 200_000; i++)
        {
            double a = Math.ScaleB((random.NextInt64() | 1) * (random.Next(2) == 0 ? 1.0 : -1.0), exponent - 62 + random.Next(5));
            double b = Math.ScaleB(1 + random.Next(1 << random.Next(1, 30)), exponent - random.Next(30));
            double c = -(a * b);
            AssertSame(a, b, c);
            AssertSame(a, b, Math.ScaleB(c, random.Next(-110, 110)));
            AssertSame(a, b, BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(c) + random.Next(-2, 3)));
        }
    }

    [Fact]
    public void Products_with_powers_of_two()
    {
        foreach (double x in Special)
        {
            for (int n = -1022; n <= 1023; n++)
                Assert.Equal(Math.ScaleB(x, n), ScalarKernels.ScaleB(x, n));
        }
    }

    private static void AssertSame(double a, double b, double c)
    {
        double expected = Math.FusedMultiplyAdd(a, b, c), actual = ScalarKernels.FusedMultiplyAdd(a, b, c);
        if (double.IsNaN(expected) ? !double.IsNaN(actual) : BitConverter.DoubleToInt64Bits(expected) != BitConverter.DoubleToInt64Bits(actual))
            Assert.Fail($"{a:R} * {b:R} + {c:R} is {expected:R}, not {actual:R}.");
    }
}
