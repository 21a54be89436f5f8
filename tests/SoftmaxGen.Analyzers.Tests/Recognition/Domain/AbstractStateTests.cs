using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Tests.Infrastructure;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>What is known of variables and fields where two paths come together, and after one of them was written to.</summary>
public class AbstractStateTests
{
    private static readonly AbstractLocation X = AbstractLocation.Of("x");
    private static readonly AbstractLocation Y = AbstractLocation.Of("y");
    private static readonly AbstractLocation Array = AbstractLocation.Of("array");

    [Fact]
    public void What_is_written_on_one_path_is_not_seen_on_the_other()
    {
        AbstractState state = new();
        state.Set(X, AbstractValue.Constant(1));
        AbstractState branch = state.Clone();
        branch.Set(X, AbstractValue.Constant(2));
        branch.Set(Y, AbstractValue.Constant(3));
        state.Set(X, AbstractValue.Constant(4));
        Assert.Equal(AbstractValue.Constant(2), Get(branch, X));
        Assert.Equal(AbstractValue.Constant(4), Get(state, X));
        Assert.Null(Get(state, Y));
    }

    [Fact]
    public void Both_paths_count_after_a_branch_and_a_loop_goes_on()
    {
        AbstractState one = Holding(X, AbstractValue.Constant(1)), other = Holding(X, AbstractValue.Constant(2));
        Assert.Equal(new(1, 2), Get(one.Join(other), X)!.Range);
        Assert.Equal(new(1, double.PositiveInfinity), Get(one.Widen(other), X)!.Range);
        Assert.Equal(AbstractValue.Constant(1), Get(one, X));
    }

    [Fact]
    public void A_path_that_returns_or_throws_adds_nothing()
    {
        AbstractState one = Holding(X, AbstractValue.Constant(1)), other = Holding(X, AbstractValue.Constant(2));
        other.IsUnreachable = true;
        Assert.Equal(AbstractValue.Constant(1), Get(one.Join(other), X));
        Assert.Equal(AbstractValue.Constant(1), Get(other.Join(one), X));
        Assert.False(other.Join(one).IsUnreachable);
        Assert.True(other.Join(other.Clone()).IsUnreachable);
    }

    [Fact]
    public void A_field_that_is_written_on_one_path_only_may_hold_anything_on_the_other()
    {
        AbstractState written = Holding(X, new AbstractValue { Range = Interval.Unit, Facts = ValueFacts.ShiftedByMaximum });
        foreach (AbstractState joined in new[] { written.Join(new()), new AbstractState().Join(written) })
        {
            Assert.Equal(Interval.All, Get(joined, X)!.Range);
            Assert.Equal(ValueFacts.ShiftedByMaximum, Get(joined, X)!.Facts);
        }
    }

    [Fact]
    public void A_variable_that_is_declared_on_one_path_holds_what_it_was_given()
    {
        AbstractLocation variable = AbstractLocation.Of(Operations.Body("static void M() { double v = 1; }").Descendants().OfType<IVariableDeclaratorOperation>().Single().Symbol);
        Assert.Equal(Interval.Unit, Get(Holding(variable, AbstractValue.In(Interval.Unit)).Join(new()), variable)!.Range);
        Assert.Equal(Interval.All, Get(Holding(variable.Member("a"), AbstractValue.In(Interval.Unit)).Join(new()), variable.Member("a"))!.Range);
    }

    [Fact]
    public void A_reference_leads_to_its_object_and_a_circle_of_them_ends()
    {
        AbstractState state = Holding(X, new AbstractValue { Address = Y });
        Assert.Equal(Y, state.Resolve(X));
        state.Set(Y, new AbstractValue { Address = Array });
        Assert.Equal(Array, state.Resolve(X));
        Assert.Equal(Array, state.Resolve(Array));
        state.Set(Array, new AbstractValue { Address = X });
        Assert.Contains(state.Resolve(X), new[] { X, Y, Array });
        state.Set(Y, new AbstractValue { Address = Y });
        Assert.Equal(Y, state.Resolve(X));
    }

    [Fact]
    public void What_a_reference_leads_to_on_one_path_is_what_counts_where_it_leads_elsewhere_on_the_other()
    {
        AbstractState one = Holding(X, new AbstractValue { Address = Array });
        one.Set(Array, new AbstractValue { Facts = ValueFacts.Max });
        AbstractState other = Holding(X, new AbstractValue { Facts = ValueFacts.Log });
        other.Set(Array, new AbstractValue { Facts = ValueFacts.Max });
        foreach (AbstractState joined in new[] { one.Join(other), other.Join(one) })
        {
            Assert.Null(Get(joined, X)!.Address);
            Assert.Equal(ValueFacts.Max | ValueFacts.Log, Get(joined, X)!.Facts);
        }

        Assert.Equal(Array, Get(one.Join(one.Clone()), X)!.Address);
        AbstractState elsewhere = Holding(X, new AbstractValue { Address = Y, Facts = ValueFacts.Log });
        Assert.Equal(ValueFacts.Max | ValueFacts.Log, Get(one.Join(elsewhere), X)!.Facts);
    }

    [Fact]
    public void An_order_holds_until_one_of_the_two_is_written_to_and_only_if_it_holds_on_both_paths()
    {
        AbstractState state = new();
        state.SetOrder(greater: X, less: Y);
        Assert.True(state.IsGreater(X, Y));
        Assert.False(state.IsGreater(Y, X));
        Assert.True(state.Clone().IsGreater(X, Y));
        Assert.True(state.Join(state.Clone()).IsGreater(X, Y));
        Assert.False(state.Join(new()).IsGreater(X, Y));
        Assert.False(new AbstractState().Join(state).IsGreater(X, Y));
        foreach (AbstractLocation written in new[] { X, Y, Array })
        {
            AbstractState next = state.Clone();
            next.Set(written, AbstractValue.Unknown);
            Assert.Equal(written == Array, next.IsGreater(X, Y));
        }
    }

    private static AbstractState Holding(AbstractLocation location, AbstractValue value)
    {
        AbstractState state = new();
        state.Set(location, value);
        return state;
    }

    private static AbstractValue? Get(AbstractState state, AbstractLocation location) => state.TryGet(location, out AbstractValue value) ? value : null;
}
