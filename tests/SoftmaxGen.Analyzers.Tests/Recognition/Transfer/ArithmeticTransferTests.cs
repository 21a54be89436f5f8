using Microsoft.CodeAnalysis;
using SoftmaxGen.Analyzers.Tests.Infrastructure;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>What stays true of a value through arithmetic: the facts keep the rules silent, so one too many hides an overflow, and one too few invents it.</summary>
public class ArithmeticTransferTests
{
    private static readonly AbstractValue Data = AbstractValue.Unknown;
    private static readonly AbstractValue Two = AbstractValue.Constant(2);
    private static readonly AbstractValue MinusTwo = AbstractValue.Constant(-2);
    private static readonly AbstractValue Rate = AbstractValue.Scalar;
    private static readonly AbstractValue Decay = With(ValueFacts.Scalar | ValueFacts.Negated);
    private static readonly AbstractValue Maximum = With(ValueFacts.Max);
    private static readonly AbstractValue Minimum = With(ValueFacts.Min);
    private static readonly AbstractValue Mean = With(ValueFacts.Mean);
    private static readonly AbstractValue Total = With(ValueFacts.Total);
    private static readonly AbstractValue Logarithm = With(ValueFacts.Log);
    private static readonly AbstractValue Negated = With(ValueFacts.Negated);
    private static readonly AbstractValue Shifted = With(ValueFacts.ShiftedByMaximum);

    private static readonly ExponentialSite Site = new(null!, null!, null);
    private static readonly AbstractValue Exponential = AbstractValue.Unknown.With([new(Site, OriginRole.Term, IsWeighted: false)]);
    private static readonly AbstractValue Threshold = AbstractValue.Unknown.With([new(Site, OriginRole.Threshold, IsWeighted: false)]);

    [Fact]
    public void A_shift_and_an_extremum_change_sides_with_the_sign()
    {
        Assert.Equal(ValueFacts.ShiftedByMinimum | ValueFacts.Negated, ArithmeticTransfer.Negate(Shifted).Facts);
        Assert.Equal(ValueFacts.ShiftedByMaximum | ValueFacts.Negated, ArithmeticTransfer.Negate(With(ValueFacts.ShiftedByMinimum)).Facts);
        Assert.Equal(ValueFacts.Min | ValueFacts.Negated, ArithmeticTransfer.Negate(Maximum).Facts);
        Assert.Equal(ValueFacts.Max | ValueFacts.Negated, ArithmeticTransfer.Negate(Minimum).Facts);
        Assert.Equal(ValueFacts.Log | ValueFacts.Negated, ArithmeticTransfer.Negate(Logarithm).Facts);
    }

    [Fact]
    public void A_negated_value_is_itself_again_when_it_is_negated_again()
    {
        Assert.Equal(ValueFacts.None, ArithmeticTransfer.Negate(Negated).Facts);
        Assert.Equal(MinusTwo, ArithmeticTransfer.Negate(Two));
        Assert.Equal(Exponential.Origins, ArithmeticTransfer.Negate(Exponential).Origins);
    }

    [Fact]
    public void What_is_held_below_a_constant_is_not_when_it_is_negated() =>
        Assert.Equal(ValueFacts.Negated, ArithmeticTransfer.Negate(With(ValueFacts.Clamped)).Facts);

    [Fact]
    public void What_a_maximum_is_subtracted_from_is_below_it_and_a_minimum_leaves_it_above()
    {
        Assert.Equal(ValueFacts.ShiftedByMaximum, ArithmeticTransfer.Subtract(Data, Maximum).Facts);
        Assert.Equal(ValueFacts.ShiftedByMinimum, ArithmeticTransfer.Subtract(Data, Minimum).Facts);
        Assert.Equal(ValueFacts.ShiftedByMaximum, ArithmeticTransfer.Subtract(Data, With(ValueFacts.Max | ValueFacts.Min)).Facts);
        Assert.Equal(ValueFacts.ShiftedByMaximum | ValueFacts.ShiftedByMinimum, ArithmeticTransfer.Subtract(Minimum, Minimum).Facts);
        Assert.Equal(ValueFacts.ShiftedByMaximum | ValueFacts.ShiftedByMinimum, ArithmeticTransfer.Subtract(Maximum, Maximum).Facts);
        Assert.Equal(ValueFacts.ShiftedByMaximum | ValueFacts.ShiftedByMinimum, ArithmeticTransfer.Subtract(Maximum, Data).Facts);
        Assert.Equal(ValueFacts.ShiftedByMaximum | ValueFacts.ShiftedByMinimum, ArithmeticTransfer.Subtract(Minimum, Data).Facts);
    }

    [Fact]
    public void A_sum_and_a_difference_have_the_bounds_of_both()
    {
        Assert.Equal(new(2, 5), ArithmeticTransfer.Add(AbstractValue.In(new(0, 1)), AbstractValue.In(new(2, 4))).Range);
        Assert.Equal(new(-4, -1), ArithmeticTransfer.Subtract(AbstractValue.In(new(0, 1)), AbstractValue.In(new(2, 4))).Range);
    }

    [Fact]
    public void Any_other_datum_may_be_the_maximum_that_is_subtracted_but_not_a_constant_a_mean_or_a_sum()
    {
        Assert.Equal(ValueFacts.ShiftedByMaximum | ValueFacts.ShiftedByMinimum | ValueFacts.ShiftedByGuess, ArithmeticTransfer.Subtract(Data, Data).Facts);
        Assert.Equal(ValueFacts.None, ArithmeticTransfer.Subtract(Data, Two).Facts);
        Assert.Equal(ValueFacts.None, ArithmeticTransfer.Subtract(Data, Mean).Facts);
        Assert.Equal(ValueFacts.None, ArithmeticTransfer.Subtract(Data, Total).Facts);
        Assert.Equal(ValueFacts.None, ArithmeticTransfer.Subtract(Data, Exponential).Facts);
        Assert.Equal(ValueFacts.ShiftedByMaximum, ArithmeticTransfer.Subtract(Data, With(ValueFacts.Total | ValueFacts.Max)).Facts);
    }

    [Fact]
    public void The_negated_maximum_that_is_added_is_the_maximum_subtracted()
    {
        Assert.Equal(ValueFacts.ShiftedByMaximum, ArithmeticTransfer.Add(Data, ArithmeticTransfer.Negate(Maximum)).Facts);
        Assert.Equal(ValueFacts.Negated, ArithmeticTransfer.Add(Data, ArithmeticTransfer.Negate(Exponential)).Facts);
        Assert.Equal(ValueFacts.Negated, ArithmeticTransfer.Add(Negated, Negated).Facts);
        Assert.Equal(ValueFacts.Negated, ArithmeticTransfer.Add(Data, MinusTwo with { Facts = ValueFacts.Negated }).Facts);
    }

    [Theory]
    [InlineData(nameof(ValueFacts.ShiftedByMaximum))]
    [InlineData(nameof(ValueFacts.ShiftedByMinimum))]
    [InlineData(nameof(ValueFacts.Clamped))]
    [InlineData(nameof(ValueFacts.Random))]
    [InlineData(nameof(ValueFacts.LogProbability))]
    public void What_is_shifted_clamped_or_drawn_stays_so_whatever_is_added(string fact)
    {
        AbstractValue value = With(Enum.Parse<ValueFacts>(fact));
        Assert.Equal(value.Facts, ArithmeticTransfer.Add(value, Data).Facts);
        Assert.Equal(value.Facts, ArithmeticTransfer.Add(Data, value).Facts);
    }

    [Theory]
    [InlineData(nameof(ValueFacts.ShiftedByMaximum))]
    [InlineData(nameof(ValueFacts.ShiftedByMinimum))]
    [InlineData(nameof(ValueFacts.Clamped))]
    [InlineData(nameof(ValueFacts.Negated))]
    [InlineData(nameof(ValueFacts.LogProbability))]
    [InlineData(nameof(ValueFacts.Max))]
    [InlineData(nameof(ValueFacts.Min))]
    [InlineData(nameof(ValueFacts.Mean))]
    [InlineData(nameof(ValueFacts.Total))]
    [InlineData(nameof(ValueFacts.Scalar))]
    [InlineData(nameof(ValueFacts.Log))]
    public void A_constant_that_is_subtracted_leaves_a_value_what_it_was(string fact)
    {
        AbstractValue value = With(Enum.Parse<ValueFacts>(fact));
        Assert.Equal(value.Facts, ArithmeticTransfer.Subtract(value, Two).Facts);
        Assert.Equal(value.Facts, ArithmeticTransfer.Add(value, Two).Facts);
    }

    [Fact]
    public void A_constant_may_come_first_where_it_is_added()
    {
        foreach (AbstractValue value in new[] { Maximum, Minimum, Mean, Total, Rate, Logarithm, Shifted })
            Assert.Equal(value.Facts, ArithmeticTransfer.Add(Two, value).Facts);
    }

    [Fact]
    public void An_extremum_or_a_mean_is_none_any_more_with_other_data_added_or_taken_away()
    {
        foreach (AbstractValue value in new[] { Maximum, Minimum, Mean, Total, Rate, Logarithm })
        {
            Assert.Equal(ValueFacts.None, ArithmeticTransfer.Add(value, Data).Facts);
            Assert.Equal(ValueFacts.None, ArithmeticTransfer.Add(Data, value).Facts);
            Assert.Equal(ValueFacts.None, ArithmeticTransfer.Subtract(value, Mean).Facts & ~(ValueFacts.ShiftedByMaximum | ValueFacts.ShiftedByMinimum));
        }
    }

    [Fact]
    public void Sums_and_differences_of_logarithms_and_of_rates_are_such()
    {
        Assert.Equal(ValueFacts.Log, ArithmeticTransfer.Add(Logarithm, Logarithm).Facts);
        Assert.Equal(ValueFacts.Log, ArithmeticTransfer.Add(With(ValueFacts.Log | ValueFacts.Norm), Logarithm).Facts);
        Assert.Equal(ValueFacts.Log, ArithmeticTransfer.Subtract(With(ValueFacts.Log | ValueFacts.Norm), With(ValueFacts.Log | ValueFacts.Mean)).Facts);
        Assert.Equal(ValueFacts.Log | ValueFacts.ShiftedByMaximum | ValueFacts.ShiftedByMinimum | ValueFacts.ShiftedByGuess, ArithmeticTransfer.Subtract(Logarithm, Logarithm).Facts);
        Assert.Equal(ValueFacts.Log, ArithmeticTransfer.Subtract(Two, Logarithm).Facts);
        Assert.Equal(ValueFacts.LogProbability, ArithmeticTransfer.Subtract(Two, With(ValueFacts.LogProbability | ValueFacts.Mean)).Facts);
        Assert.Equal(ValueFacts.Scalar, ArithmeticTransfer.Add(Rate, Rate).Facts);
    }

    [Fact]
    public void A_negative_factor_turns_a_shift_round_and_a_positive_one_does_not()
    {
        Assert.Equal(ValueFacts.ShiftedByMaximum, Multiply(Shifted, Two).Facts);
        Assert.Equal(ValueFacts.ShiftedByMaximum, Multiply(Two, Shifted).Facts);
        Assert.Equal(ValueFacts.ShiftedByMaximum, Multiply(Shifted, AbstractValue.Constant(0)).Facts);
        Assert.Equal(ValueFacts.ShiftedByMaximum, Multiply(Shifted, Rate).Facts);
        Assert.Equal(ValueFacts.ShiftedByMaximum, Divide(Shifted, Two).Facts);
        Assert.Equal(ValueFacts.ShiftedByMaximum, Divide(Shifted, Rate).Facts);
        Assert.Equal(ValueFacts.ShiftedByMinimum | ValueFacts.Negated, Multiply(Shifted, MinusTwo).Facts);
        Assert.Equal(ValueFacts.ShiftedByMinimum | ValueFacts.Negated, Multiply(MinusTwo, Shifted).Facts);
        Assert.Equal(ValueFacts.ShiftedByMinimum | ValueFacts.Negated, Multiply(Shifted, Decay).Facts);
        Assert.Equal(ValueFacts.ShiftedByMinimum | ValueFacts.Negated, Divide(Shifted, MinusTwo).Facts);
        Assert.Equal(ValueFacts.ShiftedByMinimum | ValueFacts.Negated, Divide(Shifted, Decay).Facts);
    }

    [Fact]
    public void A_negated_datum_is_no_rate_and_turns_nothing_round()
    {
        Assert.Equal(ValueFacts.ShiftedByMaximum | ValueFacts.Negated, Multiply(Shifted, Negated).Facts);
        Assert.Equal(ValueFacts.ShiftedByMaximum | ValueFacts.Negated, Divide(Shifted, Negated).Facts);
    }

    [Theory]
    [InlineData(nameof(ValueFacts.ShiftedByMaximum))]
    [InlineData(nameof(ValueFacts.ShiftedByMinimum))]
    [InlineData(nameof(ValueFacts.Log))]
    [InlineData(nameof(ValueFacts.LogProbability))]
    [InlineData(nameof(ValueFacts.Max))]
    [InlineData(nameof(ValueFacts.Min))]
    [InlineData(nameof(ValueFacts.Mean))]
    public void A_multiple_is_what_the_value_was(string fact)
    {
        AbstractValue value = With(Enum.Parse<ValueFacts>(fact));
        Assert.Equal(value.Facts, Multiply(value, Two).Facts);
        Assert.Equal(value.Facts, Multiply(Two, value).Facts);
        Assert.Equal(value.Facts, Divide(value, Two).Facts);
        Assert.Equal(ValueFacts.None, Divide(Two, value).Facts);
    }

    [Fact]
    public void A_part_of_a_total_and_of_a_random_number_are_known_as_such()
    {
        Assert.Equal(ValueFacts.Total, Multiply(Total, Two).Facts);
        Assert.Equal(ValueFacts.Random, Multiply(With(ValueFacts.Random), Data).Facts);
        Assert.Equal(ValueFacts.None, Divide(With(ValueFacts.Random), Data).Facts);
        Assert.Equal(ValueFacts.None, Multiply(With(ValueFacts.Clamped), Two).Facts);
    }

    [Fact]
    public void Where_a_running_maximum_started_is_known_of_all_that_is_computed_from_it()
    {
        IOperation start = Operations.Returned("static int M() => 0;");
        AbstractValue started = new() { Start = start };
        foreach (AbstractValue value in new[] { ArithmeticTransfer.Negate(started), ArithmeticTransfer.Subtract(started, Data), ArithmeticTransfer.Subtract(Data, started), Multiply(started, Data), Multiply(Data, started), Divide(started, Data) })
            Assert.Equal(start, value.Start);
        Assert.Null(Divide(Data, started).Start);
        AbstractValue other = new() { Start = Operations.Returned("static int M() => 1;") };
        Assert.Equal(start, ArithmeticTransfer.Subtract(started, other).Start);
        Assert.Equal(start, Multiply(started, other).Start);
    }

    [Fact]
    public void Two_negations_in_a_product_or_a_quotient_are_none()
    {
        Assert.Equal(ValueFacts.None, Multiply(Negated, MinusTwo).Facts);
        Assert.Equal(ValueFacts.None, Multiply(Negated, Negated).Facts);
        Assert.Equal(ValueFacts.Negated, Multiply(Negated, Data).Facts);
        Assert.Equal(ValueFacts.None, Divide(Negated, MinusTwo).Facts);
        Assert.Equal(ValueFacts.Negated, Divide(Data, Negated).Facts);
    }

    [Fact]
    public void A_rate_times_or_over_a_rate_or_a_constant_is_a_rate_and_times_data_it_is_data()
    {
        Assert.Equal(ValueFacts.Scalar, Multiply(Rate, Two).Facts);
        Assert.Equal(ValueFacts.Scalar, Multiply(Rate, Rate).Facts);
        Assert.Equal(ValueFacts.Scalar, Divide(Two, Rate).Facts);
        Assert.Equal(ValueFacts.Scalar, Divide(Rate, Rate).Facts);
        foreach (AbstractValue value in new[] { Multiply(Rate, Data), Multiply(Data, Rate), Divide(Rate, Data), Divide(Data, Rate), Multiply(Two, Two), Divide(Two, Two) })
            Assert.Equal(ValueFacts.None, value.Facts);
    }

    [Fact]
    public void A_rate_that_is_named_for_a_logarithm_makes_none_of_the_data_it_weighs()
    {
        AbstractValue rate = With(ValueFacts.Scalar | ValueFacts.LogProbability);
        Assert.Equal(ValueFacts.None, Multiply(rate, Data).Facts);
        Assert.Equal(ValueFacts.None, Multiply(Data, rate).Facts);
        Assert.Equal(ValueFacts.LogProbability | ValueFacts.Scalar, Multiply(rate, Two).Facts);
        Assert.Equal(ValueFacts.LogProbability, Multiply(With(ValueFacts.LogProbability), Data).Facts);
    }

    [Fact]
    public void A_total_over_something_is_a_mean() => Assert.Equal(ValueFacts.Mean, Divide(Total, Data).Facts);

    [Fact]
    public void Data_over_their_norm_or_their_maximum_are_at_most_about_one()
    {
        Assert.Equal(Interval.Symmetric, Divide(Data, With(ValueFacts.Norm)).Range);
        Assert.Equal(Interval.Symmetric, Divide(Data, Maximum).Range);
        Assert.Equal(Interval.All, Divide(Data, With(ValueFacts.Max | ValueFacts.Scalar)).Range);
        Assert.Equal(Interval.All, Divide(Exponential, Maximum).Range);
        Assert.Equal(ValueFacts.Norm, Multiply(With(ValueFacts.Norm), With(ValueFacts.Norm)).Facts);
        Assert.Equal(ValueFacts.None, Multiply(With(ValueFacts.Norm), Data).Facts);
    }

    [Fact]
    public void A_rate_keeps_the_sign_that_is_proven_of_what_it_scales()
    {
        Assert.Equal(Interval.NonNegative, Multiply(AbstractValue.NonNegative, Rate).Range);
        Assert.Equal(Interval.NonNegative, Multiply(Rate, AbstractValue.NonNegative).Range);
        Assert.Equal(-Interval.NonNegative, Multiply(AbstractValue.In(-Interval.NonNegative), Rate).Range);
        Assert.Equal(-Interval.NonNegative, Multiply(AbstractValue.NonNegative, Decay).Range);
        Assert.Equal(Interval.All, Multiply(Data, Rate).Range);
        Assert.Equal(Interval.All, Multiply(Two, Rate).Range);
        Assert.Equal(Interval.All, Multiply(AbstractValue.NonNegative, Data).Range);
        Assert.Equal(new(0, 6), Multiply(AbstractValue.In(new(0, 2)), Rate with { Range = new(1, 3) }).Range);
    }

    [Fact]
    public void A_quotient_has_the_sign_of_what_is_divided_unless_the_divisor_is_negated_or_made_of_exponentials()
    {
        Assert.Equal(-Interval.NonNegative, Divide(AbstractValue.In(-Interval.NonNegative), Data).Range);
        Assert.Equal(Interval.All, Divide(AbstractValue.NonNegative, Negated).Range);
        Assert.Equal(Interval.All, Divide(AbstractValue.NonNegative, Exponential).Range);
        Assert.Equal(Interval.All, Divide(Two, Data).Range);
        Assert.Equal(Interval.Zero, Divide(AbstractValue.Constant(0), Data).Range);
        Assert.Equal(new(0.5, 1), Divide(Two, AbstractValue.In(new(2, 4))).Range);
    }

    [Fact]
    public void The_same_factor_twice_is_a_square()
    {
        Assert.Equal(Interval.NonNegative, new ArithmeticTransfer(new(new())).Multiply(Data, Data, null!, sameOperand: true).Range);
        Assert.Equal(Interval.All, Multiply(Data, Data).Range);
    }

    [Fact]
    public void Even_powers_and_powers_of_what_is_not_negative_are_not_negative()
    {
        Assert.Equal(new(1, 9), ArithmeticTransfer.Power(AbstractValue.In(new(-3, -1)), Two).Range);
        Assert.Equal(Interval.NonNegative, ArithmeticTransfer.Power(Data, AbstractValue.Constant(4)).Range);
        Assert.Equal(Interval.NonNegative, ArithmeticTransfer.Power(AbstractValue.In(new(1, 2)), AbstractValue.Constant(4)).Range);
        Assert.Equal(Interval.All, ArithmeticTransfer.Power(Data, AbstractValue.Constant(3)).Range);
        Assert.Equal(Interval.NonNegative, ArithmeticTransfer.Power(AbstractValue.NonNegative, Data).Range);
        Assert.Equal(Interval.All, ArithmeticTransfer.Power(Data, AbstractValue.In(new(2, 4))).Range);
    }

    [Fact]
    public void A_logarithm_is_known_as_one_and_that_of_exponentials_as_a_maximum()
    {
        Assert.Equal(ValueFacts.Log, new ArithmeticTransfer(new(new())).Log(Data, null!).Facts);
        Assert.Equal(ValueFacts.Max, new ArithmeticTransfer(new(new())).Log(Exponential, null!).Facts);
    }

    [Fact]
    public void What_a_constant_or_something_else_is_added_to_is_an_exponential_no_more_but_zero_changes_nothing()
    {
        Assert.Equal(OriginRole.Offset, RoleOf(ArithmeticTransfer.Add(Exponential, Two)));
        Assert.Equal(OriginRole.Offset, RoleOf(ArithmeticTransfer.Add(Two, Exponential)));
        Assert.Equal(OriginRole.Mixed, RoleOf(ArithmeticTransfer.Add(Exponential, Data)));
        Assert.Equal(OriginRole.Term, RoleOf(ArithmeticTransfer.Add(Exponential, AbstractValue.Constant(0))));
        Assert.Equal(OriginRole.Term, RoleOf(ArithmeticTransfer.Add(Exponential, Exponential)));
        Assert.Equal(OriginRole.Term, RoleOf(ArithmeticTransfer.Subtract(Exponential, Exponential)));
        Assert.Empty(ArithmeticTransfer.Subtract(Two, Exponential).Origins);
    }

    [Fact]
    public void Different_exponentials_add_up_to_a_sum()
    {
        AbstractValue other = AbstractValue.Unknown.With([new(new(null!, null!, null), OriginRole.Term, IsWeighted: false)]);
        Assert.Equal([OriginRole.Sum, OriginRole.Sum], ArithmeticTransfer.Add(Exponential, other).Origins.Select(origin => origin.Role));
        Assert.Equal([OriginRole.Sum, OriginRole.Sum], ArithmeticTransfer.Add(ArithmeticTransfer.Add(Exponential, Two), other).Origins.Select(origin => origin.Role));
        Assert.Equal([OriginRole.Threshold, OriginRole.Sum], ArithmeticTransfer.Subtract(Threshold, other).Origins.Select(origin => origin.Role));
        Assert.Equal([OriginRole.Threshold, OriginRole.Sum], ArithmeticTransfer.Subtract(Threshold, Exponential).Origins.Select(origin => origin.Role));
        AbstractValue probability = AbstractValue.Unknown.With([new(Site, OriginRole.Quotient, IsWeighted: false)]);
        Assert.Equal([OriginRole.Threshold, OriginRole.Quotient], ArithmeticTransfer.Subtract(Threshold, probability).Origins.Select(origin => origin.Role));
    }

    private static AbstractValue With(ValueFacts facts) => new() { Facts = facts };

    private static AbstractValue Multiply(AbstractValue a, AbstractValue b) => new ArithmeticTransfer(new(new())).Multiply(a, b, null!, sameOperand: false);

    private static AbstractValue Divide(AbstractValue a, AbstractValue b) => new ArithmeticTransfer(new(new())).Divide(a, b, null!);

    private static OriginRole RoleOf(AbstractValue value) => Assert.Single(value.Origins).Role;
}
