using SoftmaxGen.Adversary.Arithmetic;
using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Adversary.Members;
using SoftmaxGen.Adversary.Search;
using SoftmaxGen.Reference;
using Xunit;

namespace SoftmaxGen.Adversary.Tests;

/// <summary>How far off a result is that is infinite, or should be.</summary>
public class JudgeTests
{
    [Theory]
    [InlineData(1e30f, float.PositiveInfinity, 0)]
    [InlineData(-1e30f, float.NegativeInfinity, 0)]
    [InlineData(-1e30f, float.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(1e10f, float.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(1e30f, float.NaN, double.PositiveInfinity)]
    [InlineData(1e30f, float.MaxValue, double.PositiveInfinity)]
    [InlineData(1.8446743e19f, float.PositiveInfinity, 2)]
    [InlineData(1.8446743e19f, 3.4028233e38f, 0)]
    [InlineData(1.8446744e19f, float.PositiveInfinity, 0)]
    [InlineData(1.8446744e19f, float.MaxValue, 0.5)]
    public void An_infinite_result_is_right_where_the_exact_one_is_beyond_the_type(float x, float result, double error)
    {
        Judge<Square, float, BigReal> exact = new(SoftmaxAccuracy.Default, 1);
        Input<float> input = new([x], [0], 1, 0, "");
        exact.Set(input, []);
        double actual = exact.Worst([result], out _).Value;
        // What is not a rounding error is so large that no bound allows it.
        if (double.IsInfinity(error))
            Assert.True(actual > 1 << 22, $"{actual}");
        else
            Assert.Equal(error, actual, 3);
    }

    /// <summary>Double-double arithmetic has no numbers beyond a double's: it says so, and 256 bits are asked.</summary>
    [Theory]
    [InlineData(1e200, double.PositiveInfinity, true)]
    [InlineData(1e10, 1e20, false)]
    public void An_infinite_result_is_nothing_for_a_quick_look(double x, double result, bool expected)
    {
        Judge<Square, double, DoubleDouble> quick = new(SoftmaxAccuracy.Default, 1);
        quick.Set(new([x], [0], 1, 0, ""), []);
        quick.Worst([result], out bool isUncertain);
        Assert.Equal(expected, isUncertain);
    }

    /// <summary>x |x|.</summary>
    private readonly struct Square : IMember
    {
        public static string Name => "Square";

        public static Quantity Quantity => Quantity.Logarithm;

        public static SoftmaxMethods Methods => SoftmaxMethods.None;

        public static int Scaling => 0;

        public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
            where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> => throw new NotSupportedException();

        public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
            where TReal : struct, IReal<TReal> => row.Maximum * Real.Abs(row.Maximum);
    }
}
