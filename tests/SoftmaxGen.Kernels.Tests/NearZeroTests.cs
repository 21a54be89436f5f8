using SoftmaxGen.Generated;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>log-sum-exp where the maximum and the logarithm of the sum nearly cancel.</summary>
public class NearZeroTests
{
    /// <summary>Rows whose log-sum-exp is next to 0: relative to the result, and in both forms of the code.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100)]
    public void What_cancels_is_computed_again(int length)
    {
        Random random = new(length);
        for (int k = 0; k < 50; k++)
        {
            double[] row = new double[length];
            for (int i = 0; i < length; i++)
                row[i] = (1e-6 * Math.Pow(10.0, -k / 10.0) * random.NextDouble()) - Math.Log(length);
            double[] framed = [9.0, 9.0, .. row, 9.0];
            SoftmaxReference reference = SoftmaxReference.Of<double>(row);
            double exact = Rounding.ToDouble(reference.LogSumExp), max = row.Max(), rounded = max + (exact - max);

            Assert.InRange(Rounding.UlpError(SoftmaxKernels.NearZero(rounded, ref framed[2], length, max), reference.LogSumExp), 0.0, 0.51);
            Assert.InRange(Rounding.UlpError(ScalarKernels.NearZero(rounded, framed, 2, length, max), reference.LogSumExp), 0.0, 0.51);
        }
    }

    /// <summary>Where no more than a bit of it can be lost, the value that was given is returned whatever the row is.</summary>
    [Theory]
    [InlineData(1.5, -2.0, false)]
    [InlineData(1.4999, -2.0, true)]
    [InlineData(-0.9999, -2.0, true)]
    [InlineData(-1.0, -2.0, false)]
    [InlineData(0.1, 2.0, false)]
    [InlineData(0.1, 0.0, false)]
    [InlineData(double.NaN, -2.0, false)]
    public void The_given_value_is_kept_elsewhere(double given, double max, bool isComputed)
    {
        double[] row = [max, max - 1.0];
        double expected = isComputed ? Rounding.ToDouble(SoftmaxReference.Of<double>(row).LogSumExp) : given;
        Assert.Equal(expected, SoftmaxKernels.NearZero(given, ref row[0], 2, max));
        Assert.Equal(expected, ScalarKernels.NearZero(given, row, 0, 2, max));
    }

    [Fact]
    public void Sums_and_products_have_a_hundred_bits()
    {
        Random random = new(5);
        for (int i = 0; i < 500; i++)
        {
            DoubleDouble a = Number(random), b = Number(random);
            AssertClose(Value(a) + Value(b), a + b);
            AssertClose(Value(a) * Value(b), a * b);
            DoubleDouble difference = DoubleDouble.Difference(a.High, b.High);
            Assert.Equal((BigFloat)a.High - b.High, Value(difference));
        }
    }

    [Fact]
    public void The_exponential_has_a_hundred_bits()
    {
        Random random = new(6);
        for (int i = 0; i < 500; i++)
        {
            DoubleDouble y = DoubleDouble.Difference(-Math.Pow(random.NextDouble(), 4.0) * 600.0, 1e-17 * random.NextDouble());
            AssertClose(Elementary.Exp(Value(y)), DoubleDouble.Exp(y));
        }

        Assert.Equal(0.0, DoubleDouble.Exp(new DoubleDouble(-700.5, 0.0)).High);
        Assert.NotEqual(0.0, DoubleDouble.Exp(new DoubleDouble(-700.0, 0.0)).High);
    }

    private static DoubleDouble Number(Random random)
    {
        double high = Math.ScaleB(1.0 + random.NextDouble(), random.Next(-30, 30));
        return new DoubleDouble(high, Math.ScaleB(high, -53) * (random.NextDouble() - 0.5));
    }

    private static BigFloat Value(DoubleDouble number) => (BigFloat)number.High + number.Low;

    private static void AssertClose(BigFloat exact, DoubleDouble actual) =>
        Assert.InRange(Math.Abs(Rounding.ToDouble((Value(actual) - exact) / exact)), 0.0, Math.ScaleB(1.0, -98));
}
