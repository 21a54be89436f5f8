using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>Where the paths of a member that is run go on after a return, a break or a continue.</summary>
public class CallFrameTests
{
    private static readonly AbstractLocation X = AbstractLocation.Of("x");
    private readonly CallFrame _frame = new(caller: null, AbstractLocation.Of("this"), rootCall: null);

    [Fact]
    public void A_helper_is_one_deeper_than_its_caller()
    {
        Assert.Equal(0, _frame.Depth);
        Assert.Equal(1, new CallFrame(_frame, _frame.This, rootCall: null).Depth);
    }

    [Fact]
    public void All_that_is_returned_counts_and_all_states_it_is_returned_in()
    {
        _frame.Return(AbstractValue.Constant(1), Holding(1));
        _frame.Return(AbstractValue.Constant(2), Holding(2));
        Assert.Equal(new Interval(1, 2), _frame.Returned!.Range);
        Assert.Equal(new Interval(1, 2), Range(_frame.Exit!));
    }

    [Fact]
    public void An_iterator_goes_on_after_what_it_yields()
    {
        _frame.Yield(AbstractValue.Constant(1));
        _frame.Yield(AbstractValue.Constant(2));
        Assert.Equal(new Interval(1, 2), _frame.Returned!.Range);
        Assert.Null(_frame.Exit);
    }

    [Fact]
    public void A_break_leaves_the_switch_and_a_continue_the_turn_of_the_loop_around_it()
    {
        CallFrame.JumpTarget loop = _frame.Enter(isLoop: true), section = _frame.Enter(isLoop: false);
        _frame.Branch(BranchKind.Break, Holding(1));
        _frame.Branch(BranchKind.Break, Holding(2));
        _frame.Branch(BranchKind.Continue, Holding(3));
        _frame.Branch(BranchKind.Continue, Holding(4));
        Assert.Equal(new Interval(0, 2), Range(section.TakeBreak(Holding(0))));
        Assert.Equal(new Interval(0, 0), Range(section.TakeContinue(Holding(0))));
        Assert.Equal(new Interval(0, 4), Range(loop.TakeContinue(Holding(0))));
        Assert.Equal(new Interval(0, 0), Range(loop.TakeContinue(Holding(0))));
        Assert.Equal(new Interval(0, 0), Range(loop.TakeBreak(Holding(0))));

        _frame.LeaveJumpTarget();
        _frame.Branch(BranchKind.Break, Holding(5));
        Assert.Equal(new Interval(0, 5), Range(loop.TakeBreak(Holding(0))));
    }

    [Fact]
    public void A_jump_that_leads_nowhere_is_ignored() => _frame.Branch(BranchKind.Break, Holding(1));

    private static AbstractState Holding(double value)
    {
        AbstractState state = new();
        state.Set(X, AbstractValue.Constant(value));
        return state;
    }

    private static Interval Range(AbstractState state) => state.TryGet(X, out AbstractValue value) ? value.Range : Interval.All;
}
