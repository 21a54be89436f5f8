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
            AssignVariable(declarator.Symbol, declarator.Symbol.Type, Named(declarator.Symbol.Name, initializer.Value, Visit(initializer.Value)), isReference: declarator.Symbol.IsRef);
        }

        foreach (var ignored in declarator.IgnoredArguments)
            Visit(ignored);
        return Value.Unknown;
    }
}
