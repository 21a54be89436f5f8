using SoftmaxGen.Analyzers.Tests.Infrastructure;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>What is known of a value that comes from two places, and of what many values give together.</summary>
public class AbstractValueTests
{
    private static readonly AbstractLocation Array = AbstractLocation.Of("array");
    private static readonly Callable Function = new(null!, null, "Exp", null);
    private static readonly ExpOrigin Exponential = new(new(null!, null!, null), OriginRole.Term, IsWeighted: false);

    [Fact]
    public void What_may_be_true_of_either_may_be_true_of_both()
    {
        AbstractValue one = new() { Range = new(0, 1), Facts = ValueFacts.Max };
        AbstractValue other = new() { Range = new(2, 3), Facts = ValueFacts.Log };
        Assert.Equal(new Interval(0, 3), one.Join(other).Range);
        Assert.Equal(new Interval(0, double.PositiveInfinity), one.Widen(other).Range);
        Assert.Equal(ValueFacts.Max | ValueFacts.Log, one.Join(other).Facts);
        Assert.Equal(ValueFacts.Max | ValueFacts.Log, one.Widen(other).Facts);
    }

    [Fact]
    public void What_only_one_of_them_has_both_have()
    {
        AbstractValue one = new() { Origins = [Exponential], Address = Array, Callable = Function, Elements = [AbstractValue.Scalar] };
        foreach (AbstractValue joined in new[] { one.Join(new()), new AbstractValue().Join(one) })
        {
            Assert.Equal(Exponential, Assert.Single(joined.Origins));
            Assert.Equal(Array, joined.Address);
            Assert.Equal(Function, joined.Callable);
            Assert.Equal(AbstractValue.Scalar, Assert.Single(joined.Elements));
        }
    }

    [Fact]
    public void Of_two_objects_functions_or_starts_of_a_maximum_the_first_counts()
    {
        AbstractValue one = new() { Start = Operations.Returned("static int M() => 0;"), Address = Array, Callable = Function };
        AbstractValue other = new() { Start = Operations.Returned("static int M() => 1;"), Address = AbstractLocation.Of("other"), Callable = Function with { Name = "Log" } };
        foreach (AbstractValue joined in new[] { one.Join(other), one.Join(new()), new AbstractValue().Join(one) })
        {
            Assert.Same(one.Start, joined.Start);
            Assert.Equal(Array, joined.Address);
            Assert.Equal(Function, joined.Callable);
        }
    }

    [Fact]
    public void Exponentials_of_both_are_kept_once_each_and_a_dozen_at_most()
    {
        ExpOrigin other = Exponential with { Role = OriginRole.Sum };
        Assert.Equal([OriginRole.Term, OriginRole.Sum], AbstractValue.Unknown.With([Exponential]).Join(AbstractValue.Unknown.With([other, Exponential])).Origins.Select(origin => origin.Role));
        ExpOrigin[] many = [.. Enumerable.Range(0, 20).Select(_ => new ExpOrigin(new(null!, null!, null), OriginRole.Term, IsWeighted: false))];
        Assert.Equal(many.Take(12), AbstractValue.Unknown.With(many).Origins);
        Assert.Equal(many.Take(12), AbstractValue.Unknown.With(many.Take(7)).Join(AbstractValue.Unknown.With(many.Skip(7))).Origins);
    }

    [Fact]
    public void The_parts_of_tuples_are_joined_one_by_one_if_they_have_the_same_number_of_them()
    {
        AbstractValue pair = new() { Elements = [AbstractValue.Constant(1), AbstractValue.Constant(2)] };
        AbstractValue other = new() { Elements = [AbstractValue.Constant(3), AbstractValue.Constant(4)] };
        Assert.Equal([new(1, 3), new(2, 4)], pair.Join(other).Elements.Select(element => element.Range));
        Assert.Empty(pair.Join(new() { Elements = [AbstractValue.Unknown, AbstractValue.Unknown, AbstractValue.Unknown] }).Elements);
    }

    [Fact]
    public void A_number_elsewhere_is_the_same_number_but_not_the_same_object()
    {
        AbstractValue value = new() { Range = Interval.Unit, Address = Array };
        Assert.Null(value.Copy().Address);
        Assert.Equal(Interval.Unit, value.Copy().Range);
    }

    [Fact]
    public void A_sum_has_the_sign_of_its_terms_and_is_a_total_if_they_are_no_exponentials()
    {
        Assert.Equal(new AbstractValue { Range = Interval.NonNegative, Facts = ValueFacts.Total }, AggregateTransfer.Sum(AbstractValue.In(Interval.Unit)));
        Assert.Equal(-Interval.NonNegative, AggregateTransfer.Sum(AbstractValue.In(-Interval.Unit)).Range);
        Assert.Equal(Interval.All, AggregateTransfer.Sum(AbstractValue.In(Interval.Symmetric)).Range);
        Assert.Equal(ValueFacts.Total | ValueFacts.Log, AggregateTransfer.Sum(new() { Facts = ValueFacts.Log | ValueFacts.Max }).Facts);
        Assert.Equal(ValueFacts.None, AggregateTransfer.Sum(AbstractValue.Unknown.With([Exponential])).Facts);
    }

    [Fact]
    public void A_sum_over_terms_is_a_sum_of_exponentials_and_one_over_probabilities_is_none()
    {
        foreach (OriginRole role in new[] { OriginRole.Term, OriginRole.Offset, OriginRole.Mixed, OriginRole.Sum })
            Assert.Equal([OriginRole.Sum], SumOf(role));
        Assert.Equal([OriginRole.Reciprocal], SumOf(OriginRole.Reciprocal));
        Assert.Empty(SumOf(OriginRole.Quotient));

        static IEnumerable<OriginRole> SumOf(OriginRole role) => AggregateTransfer.Sum(AbstractValue.Unknown.With([Exponential with { Role = role }])).Origins.Select(origin => origin.Role);
    }

    [Fact]
    public void The_larger_of_two_data_is_a_maximum_and_the_smaller_of_data_and_a_constant_is_clamped()
    {
        AbstractValue data = new() { Facts = ValueFacts.Log };
        AbstractValue five = AbstractValue.Constant(5);
        Assert.Equal(ValueFacts.Log | ValueFacts.Max, AggregateTransfer.Extremum(isMax: true, data, data).Facts);
        Assert.Equal(ValueFacts.Log | ValueFacts.Min, AggregateTransfer.Extremum(isMax: false, data, AbstractValue.Unknown).Facts);
        Assert.Equal(ValueFacts.Log, AggregateTransfer.Extremum(isMax: true, data, five).Facts);
        Assert.Equal(ValueFacts.Log | ValueFacts.Clamped, AggregateTransfer.Extremum(isMax: false, five, data).Facts);
        Assert.Equal(ValueFacts.Max, AggregateTransfer.Extremum(isMax: true, new() { Facts = ValueFacts.Max }, AbstractValue.Unknown).Facts);
        Assert.Equal(ValueFacts.Clamped, AggregateTransfer.Extremum(isMax: false, new() { Facts = ValueFacts.Clamped }, five).Facts);
        Assert.Equal(new Interval(5, double.PositiveInfinity), AggregateTransfer.Extremum(isMax: true, five, data).Range);
        Assert.Equal(new Interval(double.NegativeInfinity, 5), AggregateTransfer.Extremum(isMax: false, data, five).Range);
        Assert.Null(AggregateTransfer.Extremum(isMax: true, new() { Address = Array }, data).Address);
        Assert.Equal(ValueFacts.Max, AggregateTransfer.Extremum(isMax: true, data).Facts);
        Assert.Equal(ValueFacts.Min, AggregateTransfer.Extremum(isMax: false, data).Facts);
    }

    [Fact]
    public void A_clamp_holds_its_value_between_the_last_two_of_three_or_four_operands()
    {
        AbstractValue data = new() { Address = Array, Facts = ValueFacts.Log };
        AbstractValue clamped = AggregateTransfer.Clamp([data, AbstractValue.Constant(-1), AbstractValue.Constant(2)]);
        Assert.Equal(new Interval(-1, 2), clamped.Range);
        Assert.Equal(ValueFacts.Log | ValueFacts.Clamped, clamped.Facts);
        Assert.Null(clamped.Address);
        Assert.Equal(new Interval(-1, 2), AggregateTransfer.Clamp([data, AbstractValue.Constant(9), AbstractValue.Constant(-1), AbstractValue.Constant(2)]).Range);
        Assert.Equal(Interval.All, AggregateTransfer.Clamp([data, AbstractValue.Constant(2)]).Range);
    }
}
