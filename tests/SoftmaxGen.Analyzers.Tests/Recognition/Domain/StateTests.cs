using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Tests.Infrastructure;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>What is known of variables and fields where two paths come together, and after one of them was written to.</summary>
public class StateTests
{
    private static readonly Location X = Location.Of("x");
    private static readonly Location Y = Location.Of("y");
    private static readonly Location Array = Location.Of("array");

    [Fact]
    public void What_is_written_on_one_path_is_not_seen_on_the_other()
    {
        State state = new();
        state.Set(X, Value.Constant(1));
        State branch = state.Clone();
        branch.Set(X, Value.Constant(2));
        branch.Set(Y, Value.Constant(3));
        state.Set(X, Value.Constant(4));
        Assert.Equal(Value.Constant(2), Get(branch, X));
        Assert.Equal(Value.Constant(4), Get(state, X));
        Assert.Null(Get(state, Y));
    }

    [Fact]
    public void Both_paths_count_after_a_branch_and_a_loop_goes_on()
    {
        State one = Holding(X, Value.Constant(1)), other = Holding(X, Value.Constant(2));
        Assert.Equal(new(1, 2), Get(one.Join(other), X)!.Range);
        Assert.Equal(new(1, double.PositiveInfinity), Get(one.Widen(other), X)!.Range);
        Assert.Equal(Value.Constant(1), Get(one, X));
    }

    [Fact]
    public void A_path_that_returns_or_throws_adds_nothing()
    {
        State one = Holding(X, Value.Constant(1)), other = Holding(X, Value.Constant(2));
        other.IsUnreachable = true;
        Assert.Equal(Value.Constant(1), Get(one.Join(other), X));
        Assert.Equal(Value.Constant(1), Get(other.Join(one), X));
        Assert.False(other.Join(one).IsUnreachable);
        Assert.True(other.Join(other.Clone()).IsUnreachable);
    }

    [Fact]
    public void A_field_that_is_written_on_one_path_only_may_hold_anything_on_the_other()
    {
        State written = Holding(X, new Value { Range = Interval.Unit, Facts = Facts.Below });
        foreach (State joined in new[] { written.Join(new()), new State().Join(written) })
        {
            Assert.Equal(Interval.All, Get(joined, X)!.Range);
            Assert.Equal(Facts.Below, Get(joined, X)!.Facts);
        }
    }

    [Fact]
    public void A_variable_that_is_declared_on_one_path_holds_what_it_was_given()
    {
        Location variable = Location.Of(Operations.Body("static void M() { double v = 1; }").Descendants().OfType<IVariableDeclaratorOperation>().Single().Symbol);
        Assert.Equal(Interval.Unit, Get(Holding(variable, Value.In(Interval.Unit)).Join(new()), variable)!.Range);
        Assert.Equal(Interval.All, Get(Holding(variable.Member("a"), Value.In(Interval.Unit)).Join(new()), variable.Member("a"))!.Range);
    }

    [Fact]
    public void A_reference_leads_to_its_object_and_a_circle_of_them_ends()
    {
        State state = Holding(X, new Value { Address = Y });
        Assert.Equal(Y, state.Resolve(X));
        state.Set(Y, new Value { Address = Array });
        Assert.Equal(Array, state.Resolve(X));
        Assert.Equal(Array, state.Resolve(Array));
        state.Set(Array, new Value { Address = X });
        Assert.Contains(state.Resolve(X), new[] { X, Y, Array });
        state.Set(Y, new Value { Address = Y });
        Assert.Equal(Y, state.Resolve(X));
    }

    [Fact]
    public void What_a_reference_leads_to_on_one_path_is_what_counts_where_it_leads_elsewhere_on_the_other()
    {
        State one = Holding(X, new Value { Address = Array });
        one.Set(Array, new Value { Facts = Facts.Max });
        State other = Holding(X, new Value { Facts = Facts.Log });
        other.Set(Array, new Value { Facts = Facts.Max });
        foreach (State joined in new[] { one.Join(other), other.Join(one) })
        {
            Assert.Null(Get(joined, X)!.Address);
            Assert.Equal(Facts.Max | Facts.Log, Get(joined, X)!.Facts);
        }

        Assert.Equal(Array, Get(one.Join(one.Clone()), X)!.Address);
        State elsewhere = Holding(X, new Value { Address = Y, Facts = Facts.Log });
        Assert.Equal(Facts.Max | Facts.Log, Get(one.Join(elsewhere), X)!.Facts);
    }

    [Fact]
    public void An_order_holds_until_one_of_the_two_is_written_to_and_only_if_it_holds_on_both_paths()
    {
        State state = new();
        state.SetOrder(greater: X, less: Y);
        Assert.True(state.IsGreater(X, Y));
        Assert.False(state.IsGreater(Y, X));
        Assert.True(state.Clone().IsGreater(X, Y));
        Assert.True(state.Join(state.Clone()).IsGreater(X, Y));
        Assert.False(state.Join(new()).IsGreater(X, Y));
        Assert.False(new State().Join(state).IsGreater(X, Y));
        foreach (Location written in new[] { X, Y, Array })
        {
            State next = state.Clone();
            next.Set(written, Value.Unknown);
            Assert.Equal(written == Array, next.IsGreater(X, Y));
        }
    }

    private static State Holding(Location location, Value value)
    {
        State state = new();
        state.Set(location, value);
        return state;
    }

    private static Value? Get(State state, Location location) => state.TryGet(location, out Value value) ? value : null;
}
