using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

internal sealed partial class AbstractInterpreter
{
    private void Branch(BranchKind kind)
    {
        if (kind is not (BranchKind.Break or BranchKind.Continue))
            return;
        _frame.Branch(kind, _state);
        _state.IsUnreachable = true;
    }

    private AbstractValue ExecuteBlock(IBlockOperation block)
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
        return AbstractValue.Unknown;
    }

    private AbstractValue VisitConditional(IConditionalOperation conditional)
    {
        var outer = _control;
        var condition = Visit(conditional.Condition).Variance;
        _control |= condition;
        var (whenTrue, whenFalse) = Split(conditional.Condition);

        _state = whenTrue;
        var first = Visit(conditional.WhenTrue);
        MarkExtremum(conditional.WhenTrue, Greater(conditional.Condition, isTrue: true), whenFalse);
        whenTrue = _state;

        _state = whenFalse;
        var second = Visit(conditional.WhenFalse);
        MarkExtremum(conditional.WhenFalse, Greater(conditional.Condition, isTrue: false), whenTrue);
        var joined = whenTrue.Join(_state);
        joined.IsUnreachable = whenTrue.IsUnreachable && _state.IsUnreachable;
        _state = joined;
        _control = outer;
        return Selected(conditional, first, second).Vary(condition);
    }

    private AbstractValue ExecuteTry(ITryOperation @try)
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
        return AbstractValue.Unknown;
    }

    private AbstractValue VisitDeclarator(IVariableDeclaratorOperation declarator)
    {
        if (declarator is { Symbol.IsRef: true, Initializer.Value: var referred })
        {
            Refer(declarator.Symbol, referred);
        }
        else if (declarator.Initializer is { } initializer)
        {
            _starts[AbstractLocation.Of(declarator.Symbol)] = initializer.Value;
            AssignVariable(declarator.Symbol, declarator.Symbol.Type, Named(declarator.Symbol.Name, initializer.Value, Visit(initializer.Value)));
        }

        foreach (var ignored in declarator.IgnoredArguments)
            Visit(ignored);
        return AbstractValue.Unknown;
    }
}
