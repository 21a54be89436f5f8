using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

internal sealed partial class Interpreter
{
    private Value Execute(IOperation operation)
    {
        switch (operation)
        {
            case IBlockOperation block:
                return ExecuteBlock(block);
            case IMethodBodyOperation method:
                return VisitChildren(method);
            case IReturnOperation { Kind: OperationKind.YieldReturn } yield:
                _frame.Yield(Visit(yield.ReturnedValue));
                return Value.Unknown;
            case IReturnOperation @return:
                _frame.Return(Visit(@return.ReturnedValue), _state);
                _state.IsUnreachable = true;
                return Value.Unknown;
            case IThrowOperation @throw:
                Visit(@throw.Exception);
                _state.IsUnreachable = true;
                return Value.Unknown;
            case IBranchOperation branch:
                if (branch.BranchKind is BranchKind.Break or BranchKind.Continue)
                {
                    _frame.Branch(branch.BranchKind, _state);
                    _state.IsUnreachable = true;
                }

                return Value.Unknown;
            case IConditionalOperation conditional:
                return VisitConditional(conditional);
            case ILoopOperation loop:
                return ExecuteLoop(loop);
            case ISwitchOperation @switch:
                return ExecuteSwitch(@switch);
            case ISwitchExpressionOperation @switch:
                return VisitSwitchExpression(@switch);
            case ITryOperation @try:
                return ExecuteTry(@try);
            case IVariableDeclaratorOperation declarator:
                return VisitDeclarator(declarator);
            case IFieldInitializerOperation or IPropertyInitializerOperation or IParameterInitializerOperation:
                return Visit(((ISymbolInitializerOperation)operation).Value);
            case ILocalFunctionOperation:
                return Value.Unknown;
            case IIsPatternOperation pattern:
                Visit(pattern.Value);
                return Value.Unknown;
            default:
                return VisitUnnamed(operation);
        }
    }

    private Value ExecuteBlock(IBlockOperation block)
    {
        foreach (var statement in block.Operations)
        {
            if (statement is not ILocalFunctionOperation function)
                continue;
            _localFunctions[function.Symbol] = function;
            if (!_called.Contains(function.Syntax))
                _uncalled[function.Syntax] = (function, _state.Clone());
        }

        foreach (var statement in block.Operations)
            Visit(statement);
        return Value.Unknown;
    }

    private Value VisitConditional(IConditionalOperation conditional)
    {
        Visit(conditional.Condition);
        var (whenTrue, whenFalse) = Split(conditional.Condition);

        _state = whenTrue;
        var first = Visit(conditional.WhenTrue);
        MarkExtremum(conditional, whenFalse);
        whenTrue = _state;

        _state = whenFalse;
        var second = Visit(conditional.WhenFalse);
        var joined = whenTrue.Join(_state);
        joined.IsUnreachable = whenTrue.IsUnreachable && _state.IsUnreachable;
        _state = joined;
        return conditional.WhenFalse is null ? Value.Unknown : Selected(conditional, first, second);
    }

    // A loop is run twice: once from where it starts, once from what a turn leaves behind. It is taken to run at least once.
    private Value ExecuteLoop(ILoopOperation loop)
    {
        var isForEach = loop is IForEachLoopOperation;
        if (loop is IForLoopOperation { Before: var before })
        {
            foreach (var statement in before)
                Visit(statement);
        }

        var collection = loop is IForEachLoopOperation each ? Visit(each.Collection) : Value.Unknown;
        var breakable = _frame.Enter(isLoop: true);
        _frame.LoopDepth++;
        var entry = _state.Clone();
        Turn();
        _state = entry.Widen(_state);
        Turn();
        _state = breakable.TakeBreak(_state);
        if (_state.IsUnreachable)
            _state = entry;
        _frame.LoopDepth--;
        _frame.ExitBreakable();
        return Value.Unknown;

        void Turn()
        {
            switch (loop)
            {
                case IForEachLoopOperation forEach:
                    BindElement(forEach.LoopControlVariable, collection);
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

    private Value ExecuteSwitch(ISwitchOperation @switch)
    {
        Visit(@switch.Value);
        var breakable = _frame.Enter(isLoop: false);
        var entry = _state;
        State? joined = null;
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
        _frame.ExitBreakable();
        return Value.Unknown;
    }

    private Value VisitSwitchExpression(ISwitchExpressionOperation @switch)
    {
        Visit(@switch.Value);
        var entry = _state;
        State? joined = null;
        Value? result = null;
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
        return result ?? Value.Unknown;
    }

    private Value ExecuteTry(ITryOperation @try)
    {
        var entry = _state.Clone();
        Visit(@try.Body);
        var after = _state;
        foreach (var handler in @try.Catches)
        {
            _state = entry.Clone();
            Visit(handler.Handler);
            after = after.Join(_state);
        }

        _state = after;
        Visit(@try.Finally);
        return Value.Unknown;
    }

    private Value VisitDeclarator(IVariableDeclaratorOperation declarator)
    {
        var initializer = declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer;
        if (initializer is not null)
        {
            _starts[Location.Of(declarator.Symbol)] = initializer.Value;
            AssignVariable(declarator.Symbol, declarator.Symbol.Type, Visit(initializer.Value), isReference: declarator.Symbol.IsRef);
        }

        foreach (var ignored in declarator.IgnoredArguments)
            Visit(ignored);
        return Value.Unknown;
    }
}
