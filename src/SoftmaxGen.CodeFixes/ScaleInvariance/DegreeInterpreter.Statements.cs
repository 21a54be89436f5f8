using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <content>Statements, jumps and functions.</content>
internal sealed partial class DegreeInterpreter
{
    private readonly Dictionary<ISymbol, DegreeState> _jumps = new(SymbolEqualityComparer.Default);
    private readonly List<DegreeState?> _thrown = [];
    private FunctionFrame? _frame;

    /// <summary>Runs the body of a function in the present state, and gives what it returns.</summary>
    private DegreeValue RunFunction(IOperation body)
    {
        var frame = new FunctionFrame(_frame);
        _frame = frame;
        var (conditions, hasJumped) = (_conditions, _hasJumped);
        RenewAt(body.Syntax);
        DegreeValue? value = null;
        switch (body)
        {
            case IMethodBodyOperation method:
                Execute(method.BlockBody ?? method.ExpressionBody);
                break;
            case IConstructorBodyOperation constructor:
                Evaluate(constructor.Initializer);
                Execute(constructor.BlockBody ?? constructor.ExpressionBody);
                break;
            case IAnonymousFunctionOperation lambda:
                if (lambda.Syntax != body.Syntax)
                    RenewAt(lambda.Syntax);
                Execute(lambda.Body);
                break;
            case ILocalFunctionOperation local:
                Execute(local.Body ?? local.IgnoredBody);
                break;
            case IBlockOperation:
                Execute(body);
                break;
            case ISymbolInitializerOperation initializer:
                value = Evaluate(initializer.Value);
                break;
            default:
                value = Evaluate(body);
                break;
        }

        _frame = frame.Caller;
        (_conditions, _hasJumped) = (conditions, hasJumped);
        Join(frame.Exit);
        return frame.Result ?? value ?? DegreeValue.Invariant;
    }

    private void Execute(IOperation? operation)
    {
        if (operation is null || _state is null)
            return;
        Step();
        RenewAt(operation.Syntax);
        switch (operation)
        {
            case IBlockOperation block:
                foreach (var statement in block.Operations)
                    Execute(statement);
                break;
            case IExpressionStatementOperation statement:
                Evaluate(statement.Operation);
                break;
            case IVariableDeclarationGroupOperation or IVariableDeclarationOperation:
                foreach (var child in operation.ChildOperations)
                    Execute(child);
                break;
            case IVariableDeclaratorOperation declarator:
                Declare(declarator);
                break;
            case IConditionalOperation conditional:
                Branch(conditional);
                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn } yielded:
                Leave(Evaluate(yielded.ReturnedValue), yielded);
                break;
            case IReturnOperation { Kind: OperationKind.YieldBreak }:
                Return(DegreeValue.Invariant, operation);
                break;
            case IReturnOperation returned:
                Return(returned.ReturnedValue is null ? DegreeValue.Invariant : Evaluate(returned.ReturnedValue), operation);
                break;
            case IBranchOperation branch:
                _jumps[branch.Target] = _jumps.TryGetValue(branch.Target, out var before) ? before.Join(_state, _loops)! : _state;
                _state = null;
                _hasJumped = true;
                break;
            case IThrowOperation thrown:
                RequireInvariant(Evaluate(thrown.Exception), "an exception", operation);
                _state = null;
                break;
            case ILoopOperation loop:
                ExecuteLoop(loop);
                break;
            case ISwitchOperation @switch:
                ExecuteSwitch(@switch);
                break;
            case ITryOperation @try:
                ExecuteTry(@try);
                break;
            case ILockOperation @lock:
                Evaluate(@lock.LockedValue);
                Execute(@lock.Body);
                break;
            case IUsingOperation @using:
                Execute(@using.Resources);
                Execute(@using.Body);
                break;
            case IUsingDeclarationOperation @using:
                Execute(@using.DeclarationGroup);
                break;
            case ILocalFunctionOperation or IEmptyOperation:
                break;
            default:
                Evaluate(operation);
                break;
        }

        foreach (var at in Enumerable.Range(0, _thrown.Count))
            _thrown[at] = _thrown[at] is { } thrown ? thrown.Join(_state, _loops) : _state;
    }

    private void Return(DegreeValue value, IOperation operation)
    {
        if (_state is null || _frame is null)
            return;
        value = Unconditional(value);
        if (_frame.Caller is null)
        {
            Leave(value, operation);
        }
        else if (_frame.Result is null)
        {
            _frame.Result = value;
        }
        else
        {
            var (one, two) = (_frame.Exit!, _state);
            _frame.Result = DegreeState.Join(_frame.Result, value, ref one, ref two);
            (_frame.Exit, _state) = (one, two);
        }

        _frame.Exit = _frame.Exit is null ? _state : _frame.Exit.Join(_state, _loops);
        _state = null;
    }

    private void Branch(IConditionalOperation conditional)
    {
        RequireInvariant(Evaluate(conditional.Condition), "a condition", conditional);
        var isZero = IsZeroWhen(conditional.Condition);
        var (before, conditions, hasJumped) = (_state, _conditions, _hasJumped);
        _hasJumped = false;
        _conditions = conditions.Add((conditional, true));
        WhereZero(isZero == true, () => Execute(conditional.WhenTrue));
        var (after, hasFirstJumped) = (_state, _hasJumped);
        _state = before;
        _hasJumped = false;
        _conditions = conditions.Add((conditional, false));
        WhereZero(isZero == false, () => Execute(conditional.WhenFalse));
        Join(after);

        // Behind `if (...) continue;` the rest of an iteration is as conditional as what is in braces.
        _conditions = hasFirstJumped ? conditions.Add((conditional, false)) : _hasJumped ? conditions.Add((conditional, true)) : conditions;
        _hasJumped |= hasFirstJumped || hasJumped;
    }

    private void WhereZero(bool isZero, Action run) => WhereZero(isZero, () =>
    {
        run();
        return DegreeValue.Invariant;
    });

    private void ExecuteSwitch(ISwitchOperation @switch)
    {
        RequireInvariant(Evaluate(@switch.Value), "what is switched on", @switch);
        var before = _state;
        DegreeState? after = null;
        var hasDefault = false;
        var conditions = _conditions;
        foreach (var section in @switch.Cases)
        {
            _state = before;
            _conditions = conditions.Add((section, true));
            foreach (var clause in section.Clauses)
            {
                hasDefault |= clause is IDefaultCaseClauseOperation;
                foreach (var child in clause.ChildOperations)
                    RequireInvariant(Evaluate(child), "a case", clause);
            }

            foreach (var statement in section.Body)
                Execute(statement);
            after = after is null ? _state : after.Join(_state, _loops);
        }

        _conditions = conditions;
        _state = hasDefault ? after : before?.Join(after, _loops);
        Land(@switch.ExitLabel);
    }

    private void ExecuteTry(ITryOperation @try)
    {
        _thrown.Add(_state);
        Execute(@try.Body);
        var thrown = _thrown[_thrown.Count - 1];
        _thrown.RemoveAt(_thrown.Count - 1);
        var after = _state;
        foreach (var handler in @try.Catches)
        {
            _state = thrown;
            Evaluate(handler.Filter);
            Execute(handler.Handler);
            after = after is null ? _state : after.Join(_state, _loops);
        }

        _state = after;
        if (@try.Finally is not null)
        {
            // Whatever happened before, it runs.
            if (@try.Catches.IsEmpty && thrown is not null)
            {
                _state = thrown;
                Execute(@try.Finally);
            }

            _state = after;
            Execute(@try.Finally);
        }
    }

    private void Land(ILabelSymbol? label)
    {
        if (label is null || !_jumps.TryGetValue(label, out var jumped))
            return;
        _jumps.Remove(label);
        _state = _state is null ? jumped : _state.Join(jumped, _loops);
    }

    private void Declare(IVariableDeclaratorOperation declarator)
    {
        var initializer = declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer;
        if (declarator.Symbol.IsRef && initializer is not null)
        {
            Bind(declarator.Symbol, initializer.Value, initializer);
            return;
        }

        var value = initializer is null ? new(Degree.Bottom) : Evaluate(initializer.Value);
        Assign(declarator.Symbol, value, declarator);
    }

    // ref double last = ref p[i];
    private void Bind(ISymbol local, IOperation value, IOperation where)
    {
        switch (Locate(value))
        {
            case { Variable: { } variable }:
                if (_aliases.TryGetValue(local, out var other) && !SymbolEqualityComparer.Default.Equals(other, variable))
                    Disprove("a reference to several variables", where);
                _aliases[local] = variable;
                break;
            case { Place: { } place }:
                Update(state => state.With(local, new(Degree.Invariant) { Target = place }));
                break;
            default:
                RequireInvariant(Evaluate(value), "a reference", where);
                Update(state => state.With(local, DegreeValue.Invariant));
                break;
        }
    }

    /// <summary>A function that is being run.</summary>
    private sealed class FunctionFrame(FunctionFrame? caller)
    {
        public FunctionFrame? Caller { get; } = caller;

        public int Depth { get; } = caller is null ? 0 : caller.Depth + 1;

        public DegreeValue? Result { get; set; }

        public DegreeState? Exit { get; set; }
    }
}
