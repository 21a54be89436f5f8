using System.Runtime.Intrinsics;
using SoftmaxGen.Generated;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>
/// The exponential in single precision against <see cref="Math.Exp"/>, whose own error is a billionth of a unit here.
/// The kernel's result carries the factor 2^64 and that of its table.
/// </summary>
public class SingleExpTests
{
    private const uint MinusZero = 0x8000_0000;

    // -104, below which e^x is less than half the smallest float.
    private const uint Lowest = 0xC2D0_0000;

    /// <summary>All 1.1 billion floats of the domain take minutes; without the switch one in 4,001 is tried, a prime step.</summary>
    private static readonly uint Step = Environment.GetEnvironmentVariable("SOFTMAXGEN_SLOW") == "1" ? 1u : 4001u;

    private static readonly double Factor = Math.ScaleB(SingleConstants.Factor, 64);

    [Fact]
    public void No_term_is_off_by_more_than_0_9_ulp() => Assert.InRange(LargestError(), 0.5, 0.9);

    [Fact]
    public void All_widths_give_the_same_bits()
    {
        for (uint bits = MinusZero; bits <= Lowest; bits += 40_009)
        {
            float x = BitConverter.UInt32BitsToSingle(bits);
            Vector128<float> narrow = Exp(Vector128.Create(x), Shift(Vector128<float>.Zero), Lowest(Vector128<float>.Zero));
            if (HasVector256)
                Assert.Equal(narrow, Exp(Vector256.Create(x), Shift(Vector256<float>.Zero), Lowest(Vector256<float>.Zero)).GetLower());
            if (HasVector512)
                Assert.Equal(narrow, Exp(Vector512.Create(x), Shift(Vector512<float>.Zero), Lowest(Vector512<float>.Zero)).GetLower().GetUpper());
        }
    }

    [Theory]
    [InlineData(0x7FC0_0000u)]
    [InlineData(0xFFC0_0000u)]
    [InlineData(0x7F80_0001u)]
    [InlineData(0xFFFF_FFFFu)]
    public void A_NaN_stays_one(uint bits)
    {
        float x = BitConverter.UInt32BitsToSingle(bits);
        Vector128<float> e = Exp(Vector128.Create(x, 0f, -1f, -2f), Shift(Vector128<float>.Zero), Lowest(Vector128<float>.Zero));
        Assert.True(float.IsNaN(e[0]));
        Assert.False(float.IsNaN(e[1]) || float.IsNaN(e[2]) || float.IsNaN(e[3]));
    }

    [Theory]
    [InlineData(float.NegativeInfinity)]
    [InlineData(float.MinValue)]
    [InlineData(-200f)]
    public void What_is_out_of_reach_vanishes_in_the_result(float x)
    {
        float e = Exp(Vector128.Create(x), Shift(Vector128<float>.Zero), Lowest(Vector128<float>.Zero)).ToScalar();
        Assert.Equal(0f, e * MathF.ScaleB(1f, -64));
    }

    [Fact]
    public void The_shift_takes_out_eighths_of_powers_of_two_and_nothing_else()
    {
        for (float max = -1024f; max <= 1024f; max += 7.3f)
        {
            Vector128<float> m = Vector128.Create(max);
            float e = Exp(Vector128.Create(max, max - 1f, max - 20f, max), Shift(m), Lowest(m)).ToScalar();
            double rest = Math.Log2(e / Factor) - (max * Math.Log2(Math.E));
            Assert.Equal(Math.Round(8.0 * rest), 8.0 * rest, 1e-5);
            Assert.InRange(Math.Log2(e / Factor), -0.0626, 0.0626);
        }
    }

    private static double LargestError()
    {
        double largest = 0.0;
        Vector128<float> shift = Shift(Vector128<float>.Zero), lowest = Lowest(Vector128<float>.Zero);
        Span<float> x = stackalloc float[4];
        for (ulong bits = MinusZero; bits <= Lowest; bits += 4 * Step)
        {
            for (int k = 0; k < 4; k++)
                x[k] = BitConverter.UInt32BitsToSingle((uint)(bits + ((ulong)k * Step)));
            Vector128<float> v = Vector128.Create<float>(x);
            Vector128<float> e = Exp(v, shift, lowest);
            for (int k = 0; k < 4; k++)
            {
                double exact = Math.Exp(x[k]) * Factor;
                double ulp = Math.ScaleB(1.0, Math.ILogB(exact) - 23);
                largest = Math.Max(largest, Math.Abs(e[k] - exact) / ulp);
            }
        }

        return largest;
    }
}
