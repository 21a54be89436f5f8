using System.Runtime.Intrinsics;
using SoftmaxGen.Generated;
using SoftmaxGen.Reference;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>e^(x/T) relative to e^(max/T), against the 256-bit reference.</summary>
public class TemperedExpTests
{
    public static TheoryData<double> Temperatures => [0.125, 0.7, 3.0, 12345.678];

    [Theory]
    [MemberData(nameof(Temperatures))]
    public void Single(double temperature)
    {
        float t = (float)temperature, stepHigh = TemperedStep(t, out float stepLow);
        Vector128<float> max = Vector128.Create(1.25f * t), steps = Vector128.Create(SingleConstants.Steps / t), inverse = Vector128.Create(1f / t);
        Vector128<float> shift = Shift(max, steps), lowest = Lowest(max, Vector128.Create(t));
        AssertClose(
            t,
            1.25f * t,
            4e-7,
            x => ExpTempered(Vector128.Create((float)x), shift, lowest, steps, Vector128.Create(stepHigh), Vector128.Create(stepLow), inverse).ToScalar(),
            x => (float)x,
            100.0);
        Assert.Equal((1.25f * t) - (SingleConstants.Reach * t), lowest.ToScalar());
    }

    [Theory]
    [MemberData(nameof(Temperatures))]
    public void Double(double temperature)
    {
        double stepHigh = TemperedStep(temperature, out double stepLow);
        Vector128<double> max = Vector128.Create(1.25 * temperature), steps = Vector128.Create(DoubleConstants.Steps / temperature), inverse = Vector128.Create(1.0 / temperature);
        Vector128<double> shift = Shift(max, steps), lowest = Lowest(max, Vector128.Create(temperature));
        AssertClose(
            temperature,
            1.25 * temperature,
            8e-16,
            x => ExpTempered(Vector128.Create(x), shift, lowest, steps, Vector128.Create(stepHigh), Vector128.Create(stepLow), inverse).ToScalar(),
            x => x,
            700.0);
        Assert.Equal((1.25 * temperature) - (DoubleConstants.Reach * temperature), lowest.ToScalar());
    }

    [Theory]
    [MemberData(nameof(Temperatures))]
    public void Pair(double temperature)
    {
        double high = TemperedLn2(temperature, out double low);
        Vector128<double> max = Vector128.Create(1.25 * temperature), log2E = Vector128.Create(DoubleConstants.Log2E / temperature), inverse = Vector128.Create(1.0 / temperature);
        Vector128<double> shift = ShiftPlain(max, log2E), lowest = Lowest(max, Vector128.Create(temperature));
        ScalarDoubleRow row = new(1.25 * temperature, temperature);
        AssertClose(
            temperature,
            1.25 * temperature,
            8e-16,
            x =>
            {
                Pair128 e = ExpPairTempered(Vector128.Create(x), shift, lowest, log2E, Vector128.Create(high), Vector128.Create(low), inverse, Vector128.Create(InverseRest(temperature)));
                ScalarPair scalar = row.Term(x);
                Assert.Equal((e.High.ToScalar(), e.Low.ToScalar()), (scalar.High, scalar.Low));
                return (BigFloat)e.High.ToScalar() + e.Low.ToScalar();
            },
            x => x,
            700.0);
    }

    // What is common to all terms is that of the maximum.
    private static void AssertClose(double temperature, double max, double precision, Func<double, BigFloat> exp, Func<double, double> rounded, double reach)
    {
        BigFloat top = exp(max);
        for (int k = 1; k < 500; k++)
        {
            double x = rounded(max - (temperature * reach * Math.Pow(k / 500.0, 3.0)));
            BigFloat exact = Elementary.Exp(((BigFloat)x - max) / temperature);
            Assert.InRange(Math.Abs(Rounding.ToDouble((exp(x) / top / exact) - 1)), 0.0, precision);
        }
    }
}
