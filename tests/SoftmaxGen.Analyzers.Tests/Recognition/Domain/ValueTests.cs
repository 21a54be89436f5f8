using SoftmaxGen.Analyzers.Tests.Infrastructure;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>What is known of a value that comes from two places, and of what many values give together.</summary>
public class ValueTests
{
    private static readonly Location Array = Location.Of("array");
    private static readonly Callable Function = new(null!, null, "Exp", null);
    private static readonly Trace Exponential = new(new(null!, null!, null), Role.Term, IsWeighted: false);

    [Fact]
    public void What_may_be_true_of_either_may_be_true_of_both()
    {
        Value one = new() { Range = new(0, 1), Facts = Facts.Max };
        Value other = new() { Range = new(2, 3), Facts = Facts.Log };
        Assert.Equal(new Interval(0, 3), one.Join(other).Range);
        Assert.Equal(new Interval(0, double.PositiveInfinity), one.Widen(other).Range);
        Assert.Equal(Facts.Max | Facts.Log, one.Join(other).Facts);
        Assert.Equal(Facts.Max | Facts.Log, one.Widen(other).Facts);
    }

    [Fact]
    public void What_only_one_of_them_has_both_have()
    {
        Value one = new() { Traces = [Exponential], Address = Array, Callable = Function, Elements = [Value.Scalar] };
        foreach (Value joined in new[] { one.Join(new()), new Value().Join(one) })
        {
            Assert.Equal(Exponential, Assert.Single(joined.Traces));
            Assert.Equal(Array, joined.Address);
            Assert.Equal(Function, joined.Callable);
            Assert.Equal(Value.Scalar, Assert.Single(joined.Elements));
        }
    }

    [Fact]
    public void Of_two_objects_functions_or_starts_of_a_maximum_the_first_counts()
    {
        Value one = new() { Start = Operations.Returned("static int M() => 0;"), Address = Array, Callable = Function };
        Value other = new() { Start = Operations.Returned("static int M() => 1;"), Address = Location.Of("other"), Callable = Function with { Name = "Log" } };
        foreach (Value joined in new[] { one.Join(other), one.Join(new()), new Value().Join(one) })
        {
            Assert.Same(one.Start, joined.Start);
            Assert.Equal(Array, joined.Address);
            Assert.Equal(Function, joined.Callable);
        }
    }

    [Fact]
    public void Exponentials_of_both_are_kept_once_each_and_a_dozen_at_most()
    {
        Trace other = Exponential with { Role = Role.Sum };
        Assert.Equal([Role.Term, Role.Sum], Value.Unknown.With([Exponential]).Join(Value.Unknown.With([other, Exponential])).Traces.Select(trace => trace.Role));
        Trace[] many = [.. Enumerable.Range(0, 20).Select(_ => new Trace(new(null!, null!, null), Role.Term, IsWeighted: false))];
        Assert.Equal(many.Take(12), Value.Unknown.With(many).Traces);
        Assert.Equal(many.Take(12), Value.Unknown.With(many.Take(7)).Join(Value.Unknown.With(many.Skip(7))).Traces);
    }

    [Fact]
    public void The_parts_of_tuples_are_joined_one_by_one_if_they_have_the_same_number_of_them()
    {
        Value pair = new() { Elements = [Value.Constant(1), Value.Constant(2)] };
        Value other = new() { Elements = [Value.Constant(3), Value.Constant(4)] };
        Assert.Equal([new(1, 3), new(2, 4)], pair.Join(other).Elements.Select(element => element.Range));
        Assert.Empty(pair.Join(new() { Elements = [Value.Unknown, Value.Unknown, Value.Unknown] }).Elements);
    }

    [Fact]
    public void A_number_elsewhere_is_the_same_number_but_not_the_same_object()
    {
        Value value = new() { Range = Interval.Unit, Address = Array };
        Assert.Null(value.Copy().Address);
        Assert.Equal(Interval.Unit, value.Copy().Range);
    }

    [Fact]
    public void A_sum_has_the_sign_of_its_terms_and_is_a_total_if_they_are_no_exponentials()
    {
        Assert.Equal(new Value { Range = Interval.NonNegative, Facts = Facts.Total }, Aggregates.Sum(Value.In(Interval.Unit)));
        Assert.Equal(-Interval.NonNegative, Aggregates.Sum(Value.In(-Interval.Unit)).Range);
        Assert.Equal(Interval.All, Aggregates.Sum(Value.In(Interval.Symmetric)).Range);
        Assert.Equal(Facts.Total | Facts.Log, Aggregates.Sum(new() { Facts = Facts.Log | Facts.Max }).Facts);
        Assert.Equal(Facts.None, Aggregates.Sum(Value.Unknown.With([Exponential])).Facts);
    }

    [Fact]
    public void A_sum_over_terms_is_a_sum_of_exponentials_and_one_over_probabilities_is_none()
    {
        foreach (Role role in new[] { Role.Term, Role.Offset, Role.Mixed, Role.Sum })
            Assert.Equal([Role.Sum], SumOf(role));
        Assert.Equal([Role.Reciprocal], SumOf(Role.Reciprocal));
        Assert.Empty(SumOf(Role.Quotient));

        static IEnumerable<Role> SumOf(Role role) => Aggregates.Sum(Value.Unknown.With([Exponential with { Role = role }])).Traces.Select(trace => trace.Role);
    }

    [Fact]
    public void The_larger_of_two_data_is_a_maximum_and_the_smaller_of_data_and_a_constant_is_clamped()
    {
        Value data = new() { Facts = Facts.Log };
        Value five = Value.Constant(5);
        Assert.Equal(Facts.Log | Facts.Max, Aggregates.Extremum(isMax: true, data, data).Facts);
        Assert.Equal(Facts.Log | Facts.Min, Aggregates.Extremum(isMax: false, data, Value.Unknown).Facts);
        Assert.Equal(Facts.Log, Aggregates.Extremum(isMax: true, data, five).Facts);
        Assert.Equal(Facts.Log | Facts.Clamped, Aggregates.Extremum(isMax: false, five, data).Facts);
        Assert.Equal(Facts.Max, Aggregates.Extremum(isMax: true, new() { Facts = Facts.Max }, Value.Unknown).Facts);
        Assert.Equal(Facts.Clamped, Aggregates.Extremum(isMax: false, new() { Facts = Facts.Clamped }, five).Facts);
        Assert.Equal(new Interval(5, double.PositiveInfinity), Aggregates.Extremum(isMax: true, five, data).Range);
        Assert.Equal(new Interval(double.NegativeInfinity, 5), Aggregates.Extremum(isMax: false, data, five).Range);
        Assert.Null(Aggregates.Extremum(isMax: true, new() { Address = Array }, data).Address);
        Assert.Equal(Facts.Max, Aggregates.Extremum(isMax: true, data).Facts);
        Assert.Equal(Facts.Min, Aggregates.Extremum(isMax: false, data).Facts);
    }

    [Fact]
    public void A_clamp_holds_its_value_between_the_last_two_of_three_or_four_operands()
    {
        Value data = new() { Address = Array, Facts = Facts.Log };
        Value clamped = Aggregates.Clamp([data, Value.Constant(-1), Value.Constant(2)]);
        Assert.Equal(new Interval(-1, 2), clamped.Range);
        Assert.Equal(Facts.Log | Facts.Clamped, clamped.Facts);
        Assert.Null(clamped.Address);
        Assert.Equal(new Interval(-1, 2), Aggregates.Clamp([data, Value.Constant(9), Value.Constant(-1), Value.Constant(2)]).Range);
        Assert.Equal(Interval.All, Aggregates.Clamp([data, Value.Constant(2)]).Range);
    }
}
