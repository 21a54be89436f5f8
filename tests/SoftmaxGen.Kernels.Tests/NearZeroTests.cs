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
            double max = row.Max();
            DoubleDouble log = new(Rounding.ToDouble(reference.LogSumExp - (BigFloat)max), 0.0);

            Assert.InRange(Rounding.UlpError(SoftmaxKernels.AddLog(max, 0.0, log, ref framed[2], length), reference.LogSumExp), 0.0, 0.51);
            Assert.InRange(Rounding.UlpError(ScalarKernels.AddLog(max, 0.0, log, framed, 2, length), reference.LogSumExp), 0.0, 0.51);
        }
    }

    /// <summary>Where little can be lost, the logarithm that was given counts whatever the row is.</summary>
    [Theory]
    [InlineData(2.7, -2.0, false)]
    [InlineData(2.6, -2.0, true)]
    [InlineData(1.61, -2.0, true)]
    [InlineData(1.59, -2.0, false)]
    [InlineData(0.1, 2.0, false)]
    [InlineData(0.1, 0.0, false)]
    [InlineData(double.NaN, -2.0, false)]
    public void The_given_logarithm_is_kept_elsewhere(double log, double max, bool isComputed)
    {
        double[] row = [max, max - 1.0];
        double expected = isComputed ? Rounding.ToDouble(SoftmaxReference.Of<double>(row).LogSumExp) : max + log;
        Assert.Equal(expected, SoftmaxKernels.AddLog(max, 0.0, new DoubleDouble(log, 0.0), ref row[0], 2));
        Assert.Equal(expected, ScalarKernels.AddLog(max, 0.0, new DoubleDouble(log, 0.0), row, 0, 2));
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

    /// <summary>Each element is the logarithm of what the ones before leave of 1, rounded: log-sum-exp is smaller and smaller.</summary>
    [Fact]
    public void What_floats_leave_of_one_is_exact_enough()
    {
        foreach (double first in (double[])[-0.01, -0.1, -0.5, -1.0, -3.0])
        {
            List<float> row = [(float)first];
            for (int n = 2; n <= 7; n++)
            {
                BigFloat left = 1 - row.Aggregate((BigFloat)0.0, (sum, x) => sum + Elementary.Exp((double)x));
                if (left.Sign <= 0)
                    break;
                row.Add((float)Rounding.ToDouble(Elementary.Log(left)));
                SoftmaxReference reference = SoftmaxReference.Of<float>(row.ToArray());
                if (Math.Abs(Rounding.ToDouble(reference.LogSumExp)) < 1e-30)
                    break;

                float[] framed = [9f, .. row, 9f];
                double max = row.Max();
                DoubleDouble log = new(Rounding.ToDouble(reference.LogSumExp - (BigFloat)max), 0.0);
                Assert.InRange(Rounding.UlpError((float)SoftmaxKernels.AddLog(max, 0.0, log, ref framed[1], row.Count), reference.LogSumExp), 0.0, 0.51);
                Assert.InRange(Rounding.UlpError((float)ScalarKernels.AddLog(max, 0.0, log, framed, 1, row.Count), reference.LogSumExp), 0.0, 0.51);
            }
        }
    }

    [Fact]
    public void Fixed_point_exponentials_have_160_bits()
    {
        Random random = new(9);
        for (int i = 0; i < 300; i++)
        {
            double x = -Math.Pow(random.NextDouble(), 4.0) * 130.0;
            BigFloat less = Elementary.Exp(x) - 1;
            Assert.InRange(Rounding.UlpError(FixedPoint.Exp(x).LessOne(), less), 0.0, 1.01);
            double y = -Math.ScaleB(1.0, -20) * random.NextDouble();
            Assert.InRange(Rounding.UlpError((FixedPoint.Exp(x) + FixedPoint.Exp(y)).LessOne(), less + Elementary.Exp(y)), 0.0, 1.01);
        }

        Assert.Equal(0.0, FixedPoint.Exp(0.0).LessOne());
        Assert.Equal(-1.0, FixedPoint.Exp(double.NegativeInfinity).LessOne());
        Assert.Equal(0.0, FixedPoint.Exp(-double.Epsilon).LessOne());
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
