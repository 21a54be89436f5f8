using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

internal sealed partial class Interpreter
{
    private Value Execute(IOperation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.Block:
                return ExecuteBlock((IBlockOperation)operation);
            case OperationKind.MethodBody:
                return VisitChildren(operation);
            case OperationKind.YieldReturn:
                _frame.Yield(Visit(((IReturnOperation)operation).ReturnedValue));
                return Value.Unknown;
            case OperationKind.Return or OperationKind.YieldBreak:
                _frame.Return(Visit(((IReturnOperation)operation).ReturnedValue).Vary(_control), _state);
                _state.IsUnreachable = true;
                return Value.Unknown;
            case OperationKind.Throw:
                Visit(((IThrowOperation)operation).Exception);
                _state.IsUnreachable = true;
                return Value.Unknown;
            case OperationKind.Branch:
                Branch(((IBranchOperation)operation).BranchKind);
                return Value.Unknown;
            case OperationKind.Conditional:
                return VisitConditional((IConditionalOperation)operation);
            case OperationKind.Loop:
                return ExecuteLoop((ILoopOperation)operation);
            case OperationKind.Switch:
                return ExecuteSwitch((ISwitchOperation)operation);
            case OperationKind.SwitchExpression:
                return VisitSwitchExpression((ISwitchExpressionOperation)operation);
            case OperationKind.Try:
                return ExecuteTry((ITryOperation)operation);
            case OperationKind.VariableDeclarator:
                return VisitDeclarator((IVariableDeclaratorOperation)operation);
            case OperationKind.LocalFunction:
                return Value.Unknown;
            case OperationKind.IsPattern:
                return Value.Unknown.Vary(Visit(((IIsPatternOperation)operation).Value).Variance);
            case OperationKind.ExpressionStatement:
                Visit(((IExpressionStatementOperation)operation).Operation);
                return Value.Unknown;
            default:
                return VisitUnnamed(operation);
        }
    }

    private void Branch(BranchKind kind)
    {
        if (kind is not (BranchKind.Break or BranchKind.Continue))
            return;
        _frame.Branch(kind, _state);
        _state.IsUnreachable = true;
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
        var outer = _control;
        var condition = Visit(conditional.Condition).Variance;
        _control |= condition;
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
        _control = outer;
        return Selected(conditional, first, second).Vary(condition);
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
        if (declarator is { Symbol.IsRef: true, Initializer.Value: var referred })
        {
            Refer(declarator.Symbol, referred);
        }
        else if (declarator.Initializer is { } initializer)
        {
            _starts[Location.Of(declarator.Symbol)] = initializer.Value;
            AssignVariable(declarator.Symbol, declarator.Symbol.Type, Named(declarator.Symbol.Name, initializer.Value, Visit(initializer.Value)));
        }

        foreach (var ignored in declarator.IgnoredArguments)
            Visit(ignored);
        return Value.Unknown;
    }
}
