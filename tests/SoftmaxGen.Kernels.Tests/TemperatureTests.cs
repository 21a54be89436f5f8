using SoftmaxGen.Reference;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>The steps of the reduction at a temperature, in two parts: their sum is precise, and multiples of the first are exact.</summary>
public class TemperatureTests
{
    public static TheoryData<double> Temperatures => [1.0, 0.1, 0.7, 3.0, 1e-30, 1e30, 12345.678];

    [Theory]
    [MemberData(nameof(Temperatures))]
    public void Single(double temperature)
    {
        float high = TemperedStep((float)temperature, out float low);
        double product = (float)temperature * Math.Log(2.0) / 8.0;
        Assert.InRange(Math.Abs((high + (double)low - product) / product), 0.0, Math.ScaleB(1.0, -35));
        Assert.Equal(16383.0 * high, (double)(16383f * high));
    }

    [Theory]
    [MemberData(nameof(Temperatures))]
    public void Double(double temperature)
    {
        double high = TemperedLn2(temperature, out double low);
        BigFloat product = Elementary.Log(2) * temperature;
        BigFloat error = ((BigFloat)high + low - product) / product;
        Assert.InRange(Math.Abs(Rounding.ToDouble(error)), 0.0, Math.ScaleB(1.0, -80));
        Assert.Equal((BigFloat)high * 32767, (BigFloat)(32767.0 * high));

        Assert.Equal(high, 8.0 * TemperedStep(temperature, out double stepLow));
        Assert.Equal(low, 8.0 * stepLow);
    }

    /// <summary>Row and temperature times the same power of two; relative to the maximum where that is far from 0, counted in temperatures.</summary>
    [Theory]
    [InlineData(1e-300, 256, new[] { 1e-299, -3e-300, 0.0, double.NegativeInfinity }, 0.0)]
    [InlineData(1e-300, 256, new[] { 1.0, 0.5, double.NegativeInfinity }, 1.0)]
    [InlineData(5e-324, 256, new[] { 5e-324, -1e-300, 2e-323 }, 0.0)]
    [InlineData(1e306, -256, new[] { 1e308, -1e308, double.MaxValue }, 0.0)]
    [InlineData(1e300, -256, new[] { 1e308, double.PositiveInfinity }, double.NaN)]
    [InlineData(1e300, -256, new[] { double.NaN, 1.0 }, double.NaN)]
    [InlineData(1e-300, 256, new[] { double.NegativeInfinity, double.NegativeInfinity }, double.NaN)]
    public void Double_rows_are_scaled(double temperature, int power, double[] row, double origin)
    {
        double[] expected = Array.ConvertAll(row, value => double.IsNaN(origin) && !double.IsPositiveInfinity(row.Max()) ? double.NaN : (value - (double.IsNaN(origin) ? row.Max() : origin)) * Math.ScaleB(1.0, power));
        double[] actual = new double[row.Length], scalar = new double[row.Length + 2];
        Assert.Equal(Math.ScaleB(temperature, power), Rescale(ref row[0], temperature, ref actual[0], row.Length));
        Assert.Equal(Math.ScaleB(temperature, power), Generated.ScalarKernels.Rescale(row, 0, temperature, scalar, 1, row.Length));
        Assert.Equal(expected, actual);
        Assert.Equal([0.0, .. expected, 0.0], scalar);
    }

    [Theory]
    [InlineData(1e-35f, 64, new[] { 1e-34f, -3e-35f, float.NegativeInfinity }, 0f)]
    [InlineData(1e-35f, 64, new[] { 1f, 0.5f }, 1f)]
    [InlineData(1e37f, -64, new[] { 3e38f, -3e38f }, 0f)]
    [InlineData(1e35f, -64, new[] { 3e38f, float.NaN }, float.NaN)]
    public void Single_rows_are_scaled(float temperature, int power, float[] row, float origin)
    {
        float[] actual = new float[row.Length];
        Assert.Equal(MathF.ScaleB(temperature, power), Rescale(ref row[0], temperature, ref actual[0], row.Length));
        Assert.Equal(Array.ConvertAll(row, value => (value - origin) * MathF.ScaleB(1f, power)), actual);
    }
}
