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
}
