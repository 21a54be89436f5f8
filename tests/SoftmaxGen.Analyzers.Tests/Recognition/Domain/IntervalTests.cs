using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>What a bound is after an operation: the rules on overflow stand or fall with the infinite ones.</summary>
public class IntervalTests
{
    private const double Infinity = double.PositiveInfinity;

    [Theory]
    [InlineData(2, 4, 0.25, 0.5)]
    [InlineData(-4, -2, -0.5, -0.25)]
    [InlineData(0, 4, 0.25, Infinity)]
    [InlineData(-4, 0, -Infinity, -0.25)]
    [InlineData(0, Infinity, 0, Infinity)]
    [InlineData(0, 0, -Infinity, Infinity)]
    [InlineData(-1, 2, -Infinity, Infinity)]
    public void A_quotient_is_unbounded_where_the_divisor_can_be_zero(double low, double high, double expectedLow, double expectedHigh) =>
        Assert.Equal(new Interval(expectedLow, expectedHigh), Interval.Point(1) / new Interval(low, high));

    [Theory]
    [InlineData(1, 2, 1, 2, 1, 2)]
    [InlineData(1, 2, 0.5, 2, 0, 2)]
    [InlineData(1, 2, 0, 2, 0, 2)]
    [InlineData(1, 2, -1, 2, -Infinity, 2)]
    [InlineData(1, 2, 1, 3, 1, Infinity)]
    [InlineData(-2, -1, -2, -0.5, -2, 0)]
    [InlineData(-2, -1, -2, 0, -2, 0)]
    [InlineData(-2, -1, -2, 1, -2, Infinity)]
    public void A_bound_that_a_loop_moves_goes_on_to_zero_or_for_ever(double low, double high, double nextLow, double nextHigh, double expectedLow, double expectedHigh) =>
        Assert.Equal(new Interval(expectedLow, expectedHigh), new Interval(low, high).Widen(new Interval(nextLow, nextHigh)));

    [Theory]
    [InlineData(-2, 3, -5, 7, -15, 21)]
    [InlineData(-3, -2, -5, 7, -21, 15)]
    [InlineData(-3, 2, -7, -5, -14, 21)]
    [InlineData(0, 1, -Infinity, Infinity, -Infinity, Infinity)]
    [InlineData(0, 0, -Infinity, Infinity, 0, 0)]
    public void A_product_has_its_bounds_at_the_corners_and_zero_times_infinity_is_zero(double aLow, double aHigh, double bLow, double bHigh, double expectedLow, double expectedHigh) =>
        Assert.Equal(new Interval(expectedLow, expectedHigh), new Interval(aLow, aHigh) * new Interval(bLow, bHigh));

    [Theory]
    [InlineData(2, 3, 2, 3, 4, 9)]
    [InlineData(-3, -2, 2, 3, 4, 9)]
    [InlineData(-3, 2, 0, 3, 0, 9)]
    [InlineData(-2, 3, 0, 3, 0, 9)]
    public void A_square_and_an_absolute_value_reach_zero_where_the_sign_is_open(double low, double high, double absLow, double absHigh, double squareLow, double squareHigh)
    {
        Assert.Equal(new Interval(absLow, absHigh), new Interval(low, high).Abs());
        Assert.Equal(new Interval(squareLow, squareHigh), new Interval(low, high).Square());
    }

    [Fact]
    public void Ranges_that_have_nothing_in_common_stay_as_they_are()
    {
        Assert.Equal(new Interval(2, 3), new Interval(1, 3).Meet(new Interval(2, 4)));
        Assert.Equal(new Interval(3, 3), new Interval(1, 3).Meet(new Interval(3, 4)));
        Assert.Equal(new Interval(1, 2), new Interval(1, 2).Meet(new Interval(3, 4)));
        Assert.Equal(new Interval(1, 4), new Interval(1, 2).Join(new Interval(3, 4)));
    }

    [Fact]
    public void A_logarithm_of_what_may_be_negative_is_unbounded_there()
    {
        Assert.Equal(new Interval(0, Math.Log(2)), new Interval(1, 2).Log());
        Assert.Equal(new Interval(-Infinity, 0), new Interval(0, 1).Log());
        Assert.Equal(Interval.All, new Interval(-1, 0).Log());
    }

    [Fact]
    public void A_difference_takes_the_far_bounds_and_what_is_no_number_can_be_any()
    {
        Assert.Equal(new Interval(-3, 1), new Interval(1, 2) - new Interval(1, 4));
        Assert.Equal(Interval.All, Interval.Point(double.NaN));
        Assert.True(new Interval(0, Infinity).IsInformative && new Interval(-Infinity, 0).IsInformative);
        Assert.False(Interval.All.IsInformative);
    }

    [Fact]
    public void The_extremum_of_two_takes_both_bounds()
    {
        Assert.Equal(new Interval(1, 3), Interval.Min(new Interval(1, 4), new Interval(2, 3)));
        Assert.Equal(new Interval(2, 4), Interval.Max(new Interval(1, 4), new Interval(2, 3)));
    }

    [Fact]
    public void Zero_is_a_point_of_either_sign()
    {
        Assert.True(Interval.Zero.IsPoint && Interval.Zero.IsNonNegative && Interval.Zero.IsNonPositive);
        Assert.False(Interval.Unit.IsPoint || Interval.Symmetric.IsNonNegative || Interval.Symmetric.IsNonPositive);
    }
}
