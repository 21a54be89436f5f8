using SoftmaxGen.Generated;
using SoftmaxGen.Reference;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>Rows whose maximum is no moderate number: the two forms of the code do the same.</summary>
public class ExtremeTests
{
    public static TheoryData<double[]> Rows =>
    [
        [3.0], [1.0, 7.0, -2.0], [1e30, -1e30, 9e29, 1e30], [-5e20, -4e20, -4.5e20],
        [0.0, double.NegativeInfinity, -3.0], [double.NegativeInfinity, double.NegativeInfinity], [1.0, double.PositiveInfinity], [1.0, double.NaN, 2.0], [double.NaN, 1.0],
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_maximum_is_found_and_subtracted(double[] row)
    {
        float[] single = Array.ConvertAll(row, value => (float)value);
        double max = row.Any(double.IsNaN) ? double.NaN : row.Max();
        bool finite = double.IsFinite(max);

        Assert.Equal(max, ScanMax(ref Framed(row)[2], row.Length));
        Assert.Equal((float)max, ScanMax(ref Framed(single)[2], row.Length));
        Assert.Equal(max, ScalarKernels.ScanMax(Framed(row), 2, row.Length));
        Assert.Equal((float)max, ScalarKernels.ScanMax(Framed(single), 2, row.Length));

        double[] expected = Array.ConvertAll(row, value => finite ? value - max : double.NaN);
        float[] expectedSingle = Array.ConvertAll(single, value => finite ? value - (float)max : float.NaN);
        AssertWrites(expected, destination => Assert.Equal(finite, SubtractMax(ref Framed(row)[2], ref destination[3], row.Length)));
        AssertWrites(expectedSingle, destination => Assert.Equal(finite, SubtractMax(ref Framed(single)[2], ref destination[3], row.Length)));
        AssertWrites(expected, destination => Assert.Equal(finite, ScalarKernels.SubtractMax(Framed(row), 2, destination, 3, row.Length)));
        AssertWrites(expectedSingle, destination => Assert.Equal(finite, ScalarKernels.SubtractMax(Framed(single), 2, destination, 3, row.Length)));
    }

    [Theory]
    [InlineData(new[] { 1e300 }, 0.0)]
    [InlineData(new[] { -1e300, 1e300, -1e300 }, 0.0)]
    [InlineData(new[] { 1e15, 1e15, 1e15 - 1.0, 1e15 - 800.0 }, 0.861994804)]
    [InlineData(new[] { double.PositiveInfinity, 1.0 }, double.NaN)]
    [InlineData(new[] { double.NegativeInfinity }, double.NaN)]
    public void The_sum_far_from_zero_is_taken_relative_to_the_maximum(double[] row, double expected)
    {
        Assert.Equal(expected, LogSumExpFar(ref Framed(row)[2], row.Length, origin: row.Max()), 1e-9);
    }

    [Fact]
    public void Nearly_all_of_the_sum_may_be_the_maximum()
    {
        double[] row = [1e12 - 40.0, 1e12, 1e12 - 41.5];
        BigFloat exact = Elementary.Log1p(Elementary.Exp(-40.0) + Elementary.Exp(-41.5));
        double error = Rounding.UlpError(LogSumExpFar(ref row[0], 3, origin: 1e12), exact);
        Assert.InRange(error, 0.0, 2.0);
    }

    [Fact]
    public void Ties_of_the_maximum_are_counted()
    {
        Assert.Equal(2, ScalarKernels.Ties([5f, 5f, 1f, 5f, 5f, 0f, 5f], 2, 3, 5.0));
        Assert.Equal(2, ScalarKernels.Ties([5.0, 5.0, 1.0, 5.0, 5.0, 0.0, 5.0], 2, 3, 5.0));
    }

    // What stands around a row is larger than anything in it.
    private static T[] Framed<T>(T[] row)
        where T : struct, System.Numerics.IMinMaxValue<T> => [T.MaxValue, T.MaxValue, .. row, T.MaxValue];

    private static void AssertWrites<T>(T[] expected, Action<T[]> write)
        where T : struct, System.Numerics.IMinMaxValue<T>
    {
        T[] destination = [T.MaxValue, .. Framed(new T[expected.Length]), T.MaxValue];
        write(destination);
        Assert.Equal([T.MaxValue, .. Framed(expected), T.MaxValue], destination);
    }
}
