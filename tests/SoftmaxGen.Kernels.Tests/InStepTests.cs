using System.Runtime.Intrinsics;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>Terms that are computed in step have the bits that each has alone, at the widths that this processor has.</summary>
public class InStepTests
{
    private static readonly float[] Singles = [0f, -0.3f, 1.7f, -20.25f, -87.5f, -103f, -1000f, float.NegativeInfinity, float.NaN, 0.001f, -64.1f, 3f, -7.77f, -0f, 88f, -129.9f];

    private static readonly double[] Doubles = [.. Singles.Select(x => x * 6.7)];

    [Fact]
    public void Four_singles()
    {
        for (int first = 0; first + 4 <= Singles.Length; first++)
        {
            Vector128<float> max = Vector128.Create(3f), shift = Shift(max), lowest = Lowest(max);
            Vector128<float>[] x = [.. Singles[first..(first + 4)].Select(value => Vector128.Create(value))];
            Vector128<float>[] e = [.. x], fast = [.. x];
            Exp(ref e[0], ref e[1], ref e[2], ref e[3], shift, lowest);
            ExpFast(ref fast[0], ref fast[1], ref fast[2], ref fast[3], shift, lowest);
            for (int k = 0; k < 4; k++)
            {
                AssertEqual(Exp(x[k], shift, lowest)[0], e[k][0]);
                AssertEqual(ExpFast(x[k], shift, lowest)[0], fast[k][0]);
            }
        }
    }

    [Fact]
    public void Two_doubles()
    {
        for (int first = 0; first + 2 <= Doubles.Length; first++)
        {
            Vector128<double> max = Vector128.Create(20.0), shift = Shift(max), lowest = Lowest(max);
            Vector128<double>[] x = [.. Doubles[first..(first + 2)].Select(value => Vector128.Create(value))];
            Vector128<double>[] e = [.. x], fast = [.. x], precise = [.. x];
            Exp(ref e[0], ref e[1], shift, lowest);
            ExpFast(ref fast[0], ref fast[1], shift, lowest);
            ExpPrecise(ref precise[0], ref precise[1]);
            for (int k = 0; k < 2; k++)
            {
                AssertEqual(Exp(x[k], shift, lowest)[0], e[k][0]);
                AssertEqual(ExpFast(x[k], shift, lowest)[0], fast[k][0]);
                AssertEqual(ExpPrecise(x[k])[0], precise[k][0]);
            }
        }
    }

    [Fact]
    public void Four_doubles_with_512_bits()
    {
        if (!HasVector512)
            return;
        for (int first = 0; first + 4 <= Doubles.Length; first++)
        {
            Vector512<double> max = Vector512.Create(20.0), shift = Shift(max), lowest = Lowest(max);
            Vector512<double>[] x = [.. Doubles[first..(first + 4)].Select(value => Vector512.Create(value))];
            Vector512<double>[] e = [.. x], fast = [.. x];
            Exp(ref e[0], ref e[1], ref e[2], ref e[3], shift, lowest);
            ExpFast(ref fast[0], ref fast[1], ref fast[2], ref fast[3], shift, lowest);
            for (int k = 0; k < 4; k++)
            {
                AssertEqual(Exp(x[k], shift, lowest)[0], e[k][0]);
                AssertEqual(ExpFast(x[k], shift, lowest)[0], fast[k][0]);
            }
        }
    }

    private static void AssertEqual(double expected, double actual) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(actual));
}
