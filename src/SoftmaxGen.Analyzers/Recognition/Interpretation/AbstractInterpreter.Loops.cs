using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

internal sealed partial class AbstractInterpreter
{
    // A loop is run twice: once from where it starts, once from what an iteration leaves behind. It is taken to run at least once.
    private AbstractValue ExecuteLoop(ILoopOperation loop)
    {
        var isForEach = loop is IForEachLoopOperation;
        if (loop is IForLoopOperation { Before: var before })
        {
            foreach (var statement in before)
                Visit(statement);
        }

        var collection = loop is IForEachLoopOperation each ? Visit(each.Collection) : AbstractValue.Unknown;
        var breakable = _frame.Enter(isLoop: true);
        _frame.LoopDepth++;
        var variance = EnterLoop();
        MarkCarried(loop);
        var entry = _state.Clone();
        Turn();
        _state = entry.Widen(_state);
        Turn();
        _state = breakable.TakeBreak(_state);
        if (_state.IsUnreachable)
            _state = entry;
        LeaveLoop();
        _frame.LoopDepth--;
        _frame.LeaveJumpTarget();
        return AbstractValue.Unknown;

        void Turn()
        {
            switch (loop)
            {
                case IForEachLoopOperation forEach:
                    BindElement(forEach.LoopControlVariable, collection.Vary(variance));
                    break;
                case IForLoopOperation { Condition: { } condition }:
                    Enter(condition);
                    break;
                case IWhileLoopOperation { ConditionIsTop: true, Condition: { } condition }:
                    Enter(condition);
                    break;
            }

            Visit(loop.Body);
            _state = breakable.TakeContinue(_state);
            if (loop is IForLoopOperation { AtLoopBottom: var bottom })
            {
                foreach (var statement in bottom)
                    Visit(statement);
            }
            else if (loop is IWhileLoopOperation { ConditionIsTop: false, Condition: { } condition })
            {
                Visit(condition);
            }

            if (_state.IsUnreachable)
                _state = breakable.TakeBreak(_state);
        }

        void Enter(IOperation condition)
        {
            Visit(condition);
            _state = Split(condition).WhenTrue;
        }
    }

    private AbstractValue ExecuteSwitch(ISwitchOperation @switch)
    {
        Visit(@switch.Value);
        var breakable = _frame.Enter(isLoop: false);
        var entry = _state;
        AbstractState? joined = null;
        var hasDefault = false;
        foreach (var section in @switch.Cases)
        {
            hasDefault |= section.Clauses.Any(clause => clause.CaseKind == CaseKind.Default);
            _state = entry.Clone();
            foreach (var statement in section.Body)
                Visit(statement);
            joined = joined?.Join(_state) ?? _state;
        }

        _state = joined is null ? entry : hasDefault ? joined : joined.Join(entry);
        _state = breakable.TakeBreak(_state);
        _frame.LeaveJumpTarget();
        return AbstractValue.Unknown;
    }

    private AbstractValue VisitSwitchExpression(ISwitchExpressionOperation @switch)
    {
        var selector = Visit(@switch.Value);
        var entry = _state;
        AbstractState? joined = null;
        AbstractValue? result = null;
        foreach (var arm in @switch.Arms)
        {
            _state = entry.Clone();
            Visit(arm.Guard);
            var value = Visit(arm.Value);
            if (!_state.IsUnreachable)
                result = result?.Join(value) ?? value;
            joined = joined?.Join(_state) ?? _state;
        }

        _state = joined ?? entry;
        return (result ?? AbstractValue.Unknown).Vary(selector.Variance);
    }
}
