using System.Runtime.Intrinsics;
using SoftmaxGen.Generated;
using SoftmaxGen.Reference;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>The exponentials in double precision against the 256-bit reference.</summary>
public class DoubleExpTests
{
    private const int Samples = 4000;

    private static readonly BigFloat Bias = Power(128), Factor = DoubleConstants.Factor;

    [Fact]
    public void No_term_is_off_by_more_than_three_quarters_of_an_ulp() =>
        Assert.InRange(LargestError(x => Exp(Vector128.Create(x), Shift(Vector128<double>.Zero), Lowest(Vector128<double>.Zero)).ToScalar(), 0.0, Bias * Factor), 0.5, 0.75);

    [Fact]
    public void A_pair_is_within_a_fifth_of_an_ulp() =>
        Assert.InRange(
            LargestError(
                x =>
                {
                    Pair128 e = ExpPair(Vector128.Create(x), ShiftPlain(Vector128<double>.Zero), Lowest(Vector128<double>.Zero));
                    return (e.High.ToScalar(), e.Low.ToScalar());
                },
                Bias),
            0.0,
            0.2);

    [Fact]
    public void Plain_is_within_1_1_ulp() =>
        Assert.InRange(LargestError(x => ExpPlain(Vector128.Create(x)).ToScalar(), -600.0, BigFloat.One), 0.5, 1.1);

    [Fact]
    public void Precise_is_a_thousand_times_finer_than_single_precision()
    {
        // 1e-12 relative is 1e-12 * 2^53 units in the last place of a double.
        double ulps = LargestError(x => ExpPrecise(Vector128.Create(x)).ToScalar(), -600.0, Factor);
        Assert.InRange(ulps, 100.0, 1e-12 * Math.ScaleB(1.0, 53));
    }

    [Fact]
    public void All_widths_give_the_same_bits()
    {
        foreach (double x in Inputs(-740.0))
        {
            Vector128<double> narrow = Exp(Vector128.Create(x), Shift(Vector128<double>.Zero), Lowest(Vector128<double>.Zero));
            Vector128<double> plain = ExpPrecise(Vector128.Create(x));
            if (HasVector256)
            {
                Assert.Equal(narrow, Exp(Vector256.Create(x), Shift(Vector256<double>.Zero), Lowest(Vector256<double>.Zero)).GetUpper());
                Assert.Equal(plain, ExpPrecise(Vector256.Create(x)).GetUpper());
            }

            if (HasVector512)
            {
                Assert.Equal(narrow, Exp(Vector512.Create(x), Shift(Vector512<double>.Zero), Lowest(Vector512<double>.Zero)).GetUpper().GetLower());
                Assert.Equal(plain, ExpPrecise(Vector512.Create(x)).GetUpper().GetLower());
            }
        }
    }

    private static double LargestError(Func<double, double> exp, double lowest, BigFloat factor) =>
        Inputs(lowest == 0.0 ? -708.0 : lowest).Max(x => Error(exp(x), 0.0, x, factor));

    private static double LargestError(Func<double, (double High, double Low)> exp, BigFloat factor) =>
        Inputs(-650.0).Max(x => exp(x) is var (high, low) ? Error(high, low, x, factor) : 0.0);

    private static double Error(double high, double low, double x, BigFloat factor)
    {
        BigFloat exact = Elementary.Exp(x) * factor;
        BigFloat error = (BigFloat)high + low - exact;
        return Math.Abs(Rounding.ToDouble(error * Power(52 - exact.Binade)));
    }

    // Denser towards 0, and at the ends of the interval that the argument is reduced to.
    private static IEnumerable<double> Inputs(double lowest)
    {
        Random random = new(20_211);
        for (int k = 0; k < Samples; k++)
            yield return lowest * Math.Pow(random.NextDouble(), 3.0);
        for (int n = 0; n < 1000; n++)
            yield return (-n - 0.5 + (1e-9 * random.NextDouble())) * Math.Log(2.0) / 8.0;
    }

    private static BigFloat Power(int exponent) => new(System.Numerics.BigInteger.One, exponent);
}
