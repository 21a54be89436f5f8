using Microsoft.CodeAnalysis;
using SoftmaxGen.Analyzers.Tests.Infrastructure;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>What stays true of a value through arithmetic: the facts keep the rules silent, so one too many hides an overflow, and one too few invents it.</summary>
public class ArithmeticTests
{
    private static readonly Value Data = Value.Unknown;
    private static readonly Value Two = Value.Constant(2);
    private static readonly Value MinusTwo = Value.Constant(-2);
    private static readonly Value Rate = Value.Scalar;
    private static readonly Value Decay = With(Facts.Scalar | Facts.Negated);
    private static readonly Value Maximum = With(Facts.Max);
    private static readonly Value Minimum = With(Facts.Min);
    private static readonly Value Mean = With(Facts.Mean);
    private static readonly Value Total = With(Facts.Total);
    private static readonly Value Logarithm = With(Facts.Log);
    private static readonly Value Negated = With(Facts.Negated);
    private static readonly Value Shifted = With(Facts.Below);

    private static readonly ExpSite Site = new(null!, null!, null);
    private static readonly Value Exponential = Value.Unknown.With([new(Site, Role.Term, IsWeighted: false)]);
    private static readonly Value Threshold = Value.Unknown.With([new(Site, Role.Threshold, IsWeighted: false)]);

    [Fact]
    public void A_shift_and_an_extremum_change_sides_with_the_sign()
    {
        Assert.Equal(Facts.Above | Facts.Negated, Arithmetic.Negate(Shifted).Facts);
        Assert.Equal(Facts.Below | Facts.Negated, Arithmetic.Negate(With(Facts.Above)).Facts);
        Assert.Equal(Facts.Min | Facts.Negated, Arithmetic.Negate(Maximum).Facts);
        Assert.Equal(Facts.Max | Facts.Negated, Arithmetic.Negate(Minimum).Facts);
        Assert.Equal(Facts.Log | Facts.Negated, Arithmetic.Negate(Logarithm).Facts);
    }

    [Fact]
    public void A_negated_value_is_itself_again_when_it_is_negated_again()
    {
        Assert.Equal(Facts.None, Arithmetic.Negate(Negated).Facts);
        Assert.Equal(MinusTwo, Arithmetic.Negate(Two));
        Assert.Equal(Exponential.Traces, Arithmetic.Negate(Exponential).Traces);
    }

    [Fact]
    public void What_is_held_below_a_constant_is_not_when_it_is_negated() =>
        Assert.Equal(Facts.Negated, Arithmetic.Negate(With(Facts.Clamped)).Facts);

    [Fact]
    public void What_a_maximum_is_subtracted_from_is_below_it_and_a_minimum_leaves_it_above()
    {
        Assert.Equal(Facts.Below, Arithmetic.Subtract(Data, Maximum).Facts);
        Assert.Equal(Facts.Above, Arithmetic.Subtract(Data, Minimum).Facts);
        Assert.Equal(Facts.Below, Arithmetic.Subtract(Data, With(Facts.Max | Facts.Min)).Facts);
        Assert.Equal(Facts.Below | Facts.Above, Arithmetic.Subtract(Minimum, Minimum).Facts);
        Assert.Equal(Facts.Below | Facts.Above, Arithmetic.Subtract(Maximum, Maximum).Facts);
        Assert.Equal(Facts.Below | Facts.Above, Arithmetic.Subtract(Maximum, Data).Facts);
        Assert.Equal(Facts.Below | Facts.Above, Arithmetic.Subtract(Minimum, Data).Facts);
    }

    [Fact]
    public void A_sum_and_a_difference_have_the_bounds_of_both()
    {
        Assert.Equal(new(2, 5), Arithmetic.Add(Value.In(new(0, 1)), Value.In(new(2, 4))).Range);
        Assert.Equal(new(-4, -1), Arithmetic.Subtract(Value.In(new(0, 1)), Value.In(new(2, 4))).Range);
    }

    [Fact]
    public void Any_other_datum_may_be_the_maximum_that_is_subtracted_but_not_a_constant_a_mean_or_a_sum()
    {
        Assert.Equal(Facts.Below | Facts.Above, Arithmetic.Subtract(Data, Data).Facts);
        Assert.Equal(Facts.None, Arithmetic.Subtract(Data, Two).Facts);
        Assert.Equal(Facts.None, Arithmetic.Subtract(Data, Mean).Facts);
        Assert.Equal(Facts.None, Arithmetic.Subtract(Data, Total).Facts);
        Assert.Equal(Facts.None, Arithmetic.Subtract(Data, Exponential).Facts);
        Assert.Equal(Facts.Below, Arithmetic.Subtract(Data, With(Facts.Total | Facts.Max)).Facts);
    }

    [Fact]
    public void The_negated_maximum_that_is_added_is_the_maximum_subtracted()
    {
        Assert.Equal(Facts.Below, Arithmetic.Add(Data, Arithmetic.Negate(Maximum)).Facts);
        Assert.Equal(Facts.Negated, Arithmetic.Add(Data, Arithmetic.Negate(Exponential)).Facts);
        Assert.Equal(Facts.Negated, Arithmetic.Add(Negated, Negated).Facts);
        Assert.Equal(Facts.Negated, Arithmetic.Add(Data, MinusTwo with { Facts = Facts.Negated }).Facts);
    }

    [Theory]
    [InlineData(nameof(Facts.Below))]
    [InlineData(nameof(Facts.Above))]
    [InlineData(nameof(Facts.Clamped))]
    [InlineData(nameof(Facts.Random))]
    [InlineData(nameof(Facts.LogProbability))]
    public void What_is_shifted_clamped_or_drawn_stays_so_whatever_is_added(string fact)
    {
        Value value = With(Enum.Parse<Facts>(fact));
        Assert.Equal(value.Facts, Arithmetic.Add(value, Data).Facts);
        Assert.Equal(value.Facts, Arithmetic.Add(Data, value).Facts);
    }

    [Theory]
    [InlineData(nameof(Facts.Below))]
    [InlineData(nameof(Facts.Above))]
    [InlineData(nameof(Facts.Clamped))]
    [InlineData(nameof(Facts.Negated))]
    [InlineData(nameof(Facts.LogProbability))]
    [InlineData(nameof(Facts.Max))]
    [InlineData(nameof(Facts.Min))]
    [InlineData(nameof(Facts.Mean))]
    [InlineData(nameof(Facts.Total))]
    [InlineData(nameof(Facts.Scalar))]
    [InlineData(nameof(Facts.Log))]
    public void A_constant_that_is_subtracted_leaves_a_value_what_it_was(string fact)
    {
        Value value = With(Enum.Parse<Facts>(fact));
        Assert.Equal(value.Facts, Arithmetic.Subtract(value, Two).Facts);
        Assert.Equal(value.Facts, Arithmetic.Add(value, Two).Facts);
    }

    [Fact]
    public void A_constant_may_come_first_where_it_is_added()
    {
        foreach (Value value in new[] { Maximum, Minimum, Mean, Total, Rate, Logarithm, Shifted })
            Assert.Equal(value.Facts, Arithmetic.Add(Two, value).Facts);
    }

    [Fact]
    public void An_extremum_or_a_mean_is_none_any_more_with_other_data_added_or_taken_away()
    {
        foreach (Value value in new[] { Maximum, Minimum, Mean, Total, Rate, Logarithm })
        {
            Assert.Equal(Facts.None, Arithmetic.Add(value, Data).Facts);
            Assert.Equal(Facts.None, Arithmetic.Add(Data, value).Facts);
            Assert.Equal(Facts.None, Arithmetic.Subtract(value, Mean).Facts & ~(Facts.Below | Facts.Above));
        }
    }

    [Fact]
    public void Sums_and_differences_of_logarithms_and_of_rates_are_such()
    {
        Assert.Equal(Facts.Log, Arithmetic.Add(Logarithm, Logarithm).Facts);
        Assert.Equal(Facts.Log, Arithmetic.Add(With(Facts.Log | Facts.Norm), Logarithm).Facts);
        Assert.Equal(Facts.Log, Arithmetic.Subtract(With(Facts.Log | Facts.Norm), With(Facts.Log | Facts.Mean)).Facts);
        Assert.Equal(Facts.Log | Facts.Below | Facts.Above, Arithmetic.Subtract(Logarithm, Logarithm).Facts);
        Assert.Equal(Facts.Log, Arithmetic.Subtract(Two, Logarithm).Facts);
        Assert.Equal(Facts.LogProbability, Arithmetic.Subtract(Two, With(Facts.LogProbability | Facts.Mean)).Facts);
        Assert.Equal(Facts.Scalar, Arithmetic.Add(Rate, Rate).Facts);
    }

    [Fact]
    public void A_negative_factor_turns_a_shift_round_and_a_positive_one_does_not()
    {
        Assert.Equal(Facts.Below, Multiply(Shifted, Two).Facts);
        Assert.Equal(Facts.Below, Multiply(Two, Shifted).Facts);
        Assert.Equal(Facts.Below, Multiply(Shifted, Value.Constant(0)).Facts);
        Assert.Equal(Facts.Below, Multiply(Shifted, Rate).Facts);
        Assert.Equal(Facts.Below, Divide(Shifted, Two).Facts);
        Assert.Equal(Facts.Below, Divide(Shifted, Rate).Facts);
        Assert.Equal(Facts.Above | Facts.Negated, Multiply(Shifted, MinusTwo).Facts);
        Assert.Equal(Facts.Above | Facts.Negated, Multiply(MinusTwo, Shifted).Facts);
        Assert.Equal(Facts.Above | Facts.Negated, Multiply(Shifted, Decay).Facts);
        Assert.Equal(Facts.Above | Facts.Negated, Divide(Shifted, MinusTwo).Facts);
        Assert.Equal(Facts.Above | Facts.Negated, Divide(Shifted, Decay).Facts);
    }

    [Fact]
    public void A_negated_datum_is_no_rate_and_turns_nothing_round()
    {
        Assert.Equal(Facts.Below | Facts.Negated, Multiply(Shifted, Negated).Facts);
        Assert.Equal(Facts.Below | Facts.Negated, Divide(Shifted, Negated).Facts);
    }

    [Theory]
    [InlineData(nameof(Facts.Below))]
    [InlineData(nameof(Facts.Above))]
    [InlineData(nameof(Facts.Log))]
    [InlineData(nameof(Facts.LogProbability))]
    [InlineData(nameof(Facts.Max))]
    [InlineData(nameof(Facts.Min))]
    [InlineData(nameof(Facts.Mean))]
    public void A_multiple_is_what_the_value_was(string fact)
    {
        Value value = With(Enum.Parse<Facts>(fact));
        Assert.Equal(value.Facts, Multiply(value, Two).Facts);
        Assert.Equal(value.Facts, Multiply(Two, value).Facts);
        Assert.Equal(value.Facts, Divide(value, Two).Facts);
        Assert.Equal(Facts.None, Divide(Two, value).Facts);
    }

    [Fact]
    public void A_part_of_a_total_and_of_a_random_number_are_known_as_such()
    {
        Assert.Equal(Facts.Total, Multiply(Total, Two).Facts);
        Assert.Equal(Facts.Random, Multiply(With(Facts.Random), Data).Facts);
        Assert.Equal(Facts.None, Divide(With(Facts.Random), Data).Facts);
        Assert.Equal(Facts.None, Multiply(With(Facts.Clamped), Two).Facts);
    }

    [Fact]
    public void Where_a_running_maximum_started_is_known_of_all_that_is_computed_from_it()
    {
        IOperation start = Operations.Returned("static int M() => 0;");
        Value started = new() { Start = start };
        foreach (Value value in new[] { Arithmetic.Negate(started), Arithmetic.Subtract(started, Data), Arithmetic.Subtract(Data, started), Multiply(started, Data), Multiply(Data, started), Divide(started, Data) })
            Assert.Equal(start, value.Start);
        Assert.Null(Divide(Data, started).Start);
        Value other = new() { Start = Operations.Returned("static int M() => 1;") };
        Assert.Equal(start, Arithmetic.Subtract(started, other).Start);
        Assert.Equal(start, Multiply(started, other).Start);
    }

    [Fact]
    public void Two_negations_in_a_product_or_a_quotient_are_none()
    {
        Assert.Equal(Facts.None, Multiply(Negated, MinusTwo).Facts);
        Assert.Equal(Facts.None, Multiply(Negated, Negated).Facts);
        Assert.Equal(Facts.Negated, Multiply(Negated, Data).Facts);
        Assert.Equal(Facts.None, Divide(Negated, MinusTwo).Facts);
        Assert.Equal(Facts.Negated, Divide(Data, Negated).Facts);
    }

    [Fact]
    public void A_rate_times_or_over_a_rate_or_a_constant_is_a_rate_and_times_data_it_is_data()
    {
        Assert.Equal(Facts.Scalar, Multiply(Rate, Two).Facts);
        Assert.Equal(Facts.Scalar, Multiply(Rate, Rate).Facts);
        Assert.Equal(Facts.Scalar, Divide(Two, Rate).Facts);
        Assert.Equal(Facts.Scalar, Divide(Rate, Rate).Facts);
        foreach (Value value in new[] { Multiply(Rate, Data), Multiply(Data, Rate), Divide(Rate, Data), Divide(Data, Rate), Multiply(Two, Two), Divide(Two, Two) })
            Assert.Equal(Facts.None, value.Facts);
    }

    [Fact]
    public void A_rate_that_is_named_for_a_logarithm_makes_none_of_the_data_it_weighs()
    {
        Value rate = With(Facts.Scalar | Facts.LogProbability);
        Assert.Equal(Facts.None, Multiply(rate, Data).Facts);
        Assert.Equal(Facts.None, Multiply(Data, rate).Facts);
        Assert.Equal(Facts.LogProbability | Facts.Scalar, Multiply(rate, Two).Facts);
        Assert.Equal(Facts.LogProbability, Multiply(With(Facts.LogProbability), Data).Facts);
    }

    [Fact]
    public void A_total_over_something_is_a_mean() => Assert.Equal(Facts.Mean, Divide(Total, Data).Facts);

    [Fact]
    public void Data_over_their_norm_or_their_maximum_are_at_most_about_one()
    {
        Assert.Equal(Interval.Symmetric, Divide(Data, With(Facts.Norm)).Range);
        Assert.Equal(Interval.Symmetric, Divide(Data, Maximum).Range);
        Assert.Equal(Interval.All, Divide(Data, With(Facts.Max | Facts.Scalar)).Range);
        Assert.Equal(Interval.All, Divide(Exponential, Maximum).Range);
        Assert.Equal(Facts.Norm, Multiply(With(Facts.Norm), With(Facts.Norm)).Facts);
        Assert.Equal(Facts.None, Multiply(With(Facts.Norm), Data).Facts);
    }

    [Fact]
    public void A_rate_keeps_the_sign_that_is_proven_of_what_it_scales()
    {
        Assert.Equal(Interval.NonNegative, Multiply(Value.NonNegative, Rate).Range);
        Assert.Equal(Interval.NonNegative, Multiply(Rate, Value.NonNegative).Range);
        Assert.Equal(-Interval.NonNegative, Multiply(Value.In(-Interval.NonNegative), Rate).Range);
        Assert.Equal(-Interval.NonNegative, Multiply(Value.NonNegative, Decay).Range);
        Assert.Equal(Interval.All, Multiply(Data, Rate).Range);
        Assert.Equal(Interval.All, Multiply(Two, Rate).Range);
        Assert.Equal(Interval.All, Multiply(Value.NonNegative, Data).Range);
        Assert.Equal(new(0, 6), Multiply(Value.In(new(0, 2)), Rate with { Range = new(1, 3) }).Range);
    }

    [Fact]
    public void A_quotient_has_the_sign_of_what_is_divided_unless_the_divisor_is_negated_or_made_of_exponentials()
    {
        Assert.Equal(-Interval.NonNegative, Divide(Value.In(-Interval.NonNegative), Data).Range);
        Assert.Equal(Interval.All, Divide(Value.NonNegative, Negated).Range);
        Assert.Equal(Interval.All, Divide(Value.NonNegative, Exponential).Range);
        Assert.Equal(Interval.All, Divide(Two, Data).Range);
        Assert.Equal(Interval.Zero, Divide(Value.Constant(0), Data).Range);
        Assert.Equal(new(0.5, 1), Divide(Two, Value.In(new(2, 4))).Range);
    }

    [Fact]
    public void The_same_factor_twice_is_a_square()
    {
        Assert.Equal(Interval.NonNegative, new Arithmetic(new()).Multiply(Data, Data, null!, sameOperand: true).Range);
        Assert.Equal(Interval.All, Multiply(Data, Data).Range);
    }

    [Fact]
    public void Even_powers_and_powers_of_what_is_not_negative_are_not_negative()
    {
        Assert.Equal(new(1, 9), Arithmetic.Power(Value.In(new(-3, -1)), Two).Range);
        Assert.Equal(Interval.NonNegative, Arithmetic.Power(Data, Value.Constant(4)).Range);
        Assert.Equal(Interval.NonNegative, Arithmetic.Power(Value.In(new(1, 2)), Value.Constant(4)).Range);
        Assert.Equal(Interval.All, Arithmetic.Power(Data, Value.Constant(3)).Range);
        Assert.Equal(Interval.NonNegative, Arithmetic.Power(Value.NonNegative, Data).Range);
        Assert.Equal(Interval.All, Arithmetic.Power(Data, Value.In(new(2, 4))).Range);
    }

    [Fact]
    public void A_logarithm_is_known_as_one_and_that_of_exponentials_as_a_maximum()
    {
        Assert.Equal(Facts.Log, new Arithmetic(new()).Log(Data, null!).Facts);
        Assert.Equal(Facts.Max, new Arithmetic(new()).Log(Exponential, null!).Facts);
    }

    [Fact]
    public void What_a_constant_or_something_else_is_added_to_is_an_exponential_no_more_but_zero_changes_nothing()
    {
        Assert.Equal(Role.Offset, RoleOf(Arithmetic.Add(Exponential, Two)));
        Assert.Equal(Role.Offset, RoleOf(Arithmetic.Add(Two, Exponential)));
        Assert.Equal(Role.Mixed, RoleOf(Arithmetic.Add(Exponential, Data)));
        Assert.Equal(Role.Term, RoleOf(Arithmetic.Add(Exponential, Value.Constant(0))));
        Assert.Equal(Role.Term, RoleOf(Arithmetic.Add(Exponential, Exponential)));
        Assert.Equal(Role.Term, RoleOf(Arithmetic.Subtract(Exponential, Exponential)));
        Assert.Empty(Arithmetic.Subtract(Two, Exponential).Traces);
    }

    [Fact]
    public void Different_exponentials_add_up_to_a_sum()
    {
        Value other = Value.Unknown.With([new(new(null!, null!, null), Role.Term, IsWeighted: false)]);
        Assert.Equal([Role.Sum, Role.Sum], Arithmetic.Add(Exponential, other).Traces.Select(trace => trace.Role));
        Assert.Equal([Role.Sum, Role.Sum], Arithmetic.Add(Arithmetic.Add(Exponential, Two), other).Traces.Select(trace => trace.Role));
        Assert.Equal([Role.Threshold, Role.Sum], Arithmetic.Subtract(Threshold, other).Traces.Select(trace => trace.Role));
        Assert.Equal([Role.Threshold, Role.Sum], Arithmetic.Subtract(Threshold, Exponential).Traces.Select(trace => trace.Role));
        Value probability = Value.Unknown.With([new(Site, Role.Quotient, IsWeighted: false)]);
        Assert.Equal([Role.Threshold, Role.Quotient], Arithmetic.Subtract(Threshold, probability).Traces.Select(trace => trace.Role));
    }

    private static Value With(Facts facts) => new() { Facts = facts };

    private static Value Multiply(Value a, Value b) => new Arithmetic(new()).Multiply(a, b, null!, sameOperand: false);

    private static Value Divide(Value a, Value b) => new Arithmetic(new()).Divide(a, b, null!);

    private static Role RoleOf(Value value) => Assert.Single(value.Traces).Role;
}
