using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.CodeFixes.Syntax;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <content>Loops, to a fixpoint.</content>
internal sealed partial class DegreeInterpreter
{
    private const int MaxIterations = 30;

    private void ExecuteLoop(ILoopOperation loop)
    {
        switch (loop)
        {
            case IForLoopOperation @for:
                foreach (var statement in @for.Before)
                    Execute(statement);
                ExecuteFor(@for);
                break;
            case IForEachLoopOperation each:
                ExecuteForEach(each);
                break;
            case IWhileLoopOperation @while:
                ExecuteWhile(@while);
                break;
            default:
                Disprove("a loop of another kind", loop);
                break;
        }
    }

    private void ExecuteFor(IForLoopOperation loop)
    {
        var counter = CounterOf(loop, out var start, out var space);
        var counted = counter is null ? null : new CountedLoop(IndexExpression.Unknown($"counter {Id(loop)}"), space!);
        var entry = _state;
        if (!Iterate(loop, counted, Enter, Body, Next))
        {
            _state = entry;
            Iterate(loop, null, Enter, Body, Next);
        }

        Update(state => state.Leave(loop.Syntax));

        bool Enter()
        {
            if (counted is not null && Space(loop, counter!, start!) != counted.Space)
                return false;
            if (loop.Condition is not null)
                RequireInvariant(Evaluate(loop.Condition), "the condition of a loop", loop);
            return true;
        }

        void Body()
        {
            if (counted is not null)
                Update(state => state.With(counter!, DegreeValue.OfNumber(counted.Counter)));
            Execute(loop.Body);
        }

        void Next()
        {
            foreach (var statement in loop.AtLoopBottom)
                Execute(statement);
        }
    }

    // for (int i = a; i < b; i++), whose body leaves i alone.
    private ILocalSymbol? CounterOf(IForLoopOperation loop, out string? start, out string? space)
    {
        (start, space) = (null, null);
        if (loop.Condition is not IBinaryOperation condition || loop.AtLoopBottom is not [IExpressionStatementOperation { Operation: var step }]
            || StepOf(step) is not ({ } counter, { }) || !IsInteger(counter.Type) || IsAssigned(counter, loop.Body) || IsAssigned(counter, condition)
            || _root.Descendants().Any(function => function is IAnonymousFunctionOperation or ILocalFunctionOperation && !function.Syntax.Span.Contains(loop.Syntax.Span) && IsAssigned(counter, function))
            || Unconverted(condition.LeftOperand) is not ILocalReferenceOperation { Local: var compared } || !SymbolEqualityComparer.Default.Equals(compared, counter))
            return null;
        start = _state is not null && _state.Variables.TryGetValue(counter, out var value) ? value.Number : null;
        space = start is null ? null : Space(loop, counter, start);
        return space is null ? null : counter;
    }

    private string? Space(IForLoopOperation loop, ILocalSymbol counter, string start)
    {
        var condition = (IBinaryOperation)loop.Condition!;
        var by = StepOf(((IExpressionStatementOperation)loop.AtLoopBottom[0]).Operation).By;
        if (_state is null || Evaluate(condition.RightOperand).Number is not { } bound || by is null)
            return null;
        return (condition.OperatorKind, by) switch
        {
            (BinaryOperatorKind.LessThan or BinaryOperatorKind.NotEquals, "1") when start == "0" => Contents.SpaceOf(bound),
            (BinaryOperatorKind.LessThan, "1") => $"{start}<{bound}",
            (BinaryOperatorKind.LessThanOrEqual, "1") => start == "0" ? Contents.SpaceOf(IndexExpression.Add(bound, "1")!) : $"{start}<={bound}",
            (BinaryOperatorKind.GreaterThanOrEqual, "-1") when bound == "0" && IndexExpression.Add(start, "1") is { } length => Contents.SpaceOf(length),
            (BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual, not "0") => $"{start} {condition.OperatorKind} {bound} by {by}",
            _ => null,
        };
    }

    private static (ILocalSymbol? Counter, string? By) StepOf(IOperation step) => step switch
    {
        IIncrementOrDecrementOperation { Target: ILocalReferenceOperation { Local: var local } } change => (local, change.Kind == OperationKind.Increment ? "1" : "-1"),
        ICompoundAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, OperatorKind: BinaryOperatorKind.Add, Value.ConstantValue: { HasValue: true, Value: int by } } => (local, IndexExpression.Constant(by)),
        ICompoundAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, OperatorKind: BinaryOperatorKind.Subtract, Value.ConstantValue: { HasValue: true, Value: int by } } => (local, IndexExpression.Constant(-by)),
        _ => default,
    };

    private static bool IsAssigned(ISymbol variable, IOperation code) => code.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, variable) && part.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == part,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } or IAddressOfOperation or ITupleOperation { Parent: IDeconstructionAssignmentOperation } => true,
        _ => false,
    });

    private void ExecuteWhile(IWhileLoopOperation loop)
    {
        Iterate(loop, null, Condition, () => Execute(loop.Body), static () => { }, isChecked: loop.ConditionIsTop);
        Update(state => state.Leave(loop.Syntax));

        bool Condition()
        {
            RequireInvariant(Evaluate(loop.Condition), "the condition of a loop", loop);
            return true;
        }
    }

    private void ExecuteForEach(IForEachLoopOperation loop)
    {
        if (loop.IsAsynchronous)
            RequireInvariantOutside(loop);
        var collection = Evaluate(loop.Collection);
        GoThrough(loop, collection, Unconverted(loop.Collection).Type, (element, place) => AssignElement(loop.LoopControlVariable, element, place, loop), () => Execute(loop.Body));
        Update(state => state.Leave(loop.Syntax));
    }

    /// <summary>Runs code for each element of a collection.</summary>
    private void GoThrough(IOperation loop, DegreeValue collection, ITypeSymbol? type, Action<DegreeValue, Reference?> assign, Action body)
    {
        CountedLoop? counted = null;
        if (collection.Target is { IsWhole: true } list && IsListLike(type) && LengthOf(list) is { } length && !list.Path.Contains('*'))
            counted = new(IndexExpression.Unknown($"counter {Id(loop)}"), Contents.SpaceOf(length));
        else if (collection.Sequence is null && collection.Target is null)
            RequireInvariant(collection, "a collection", loop);
        var isStable = Iterate(loop, counted, () => true, Body, static () => { });
        if (!isStable)
            Disprove("a loop that changes what it goes through", loop);

        void Body()
        {
            Reference? place = collection.Target is { } of ? of with { Path = $"{of.Path}[{counted?.Counter ?? "*"}]" } : null;
            assign(counted is null ? ElementOf(collection, type) : WithLoop(ReadPlace(place!.Value, ElementType(type)), place.Value), place);
            body();
        }
    }

    private void AssignElement(IOperation variable, DegreeValue element, Reference? place, IOperation where)
    {
        switch (variable)
        {
            case IVariableDeclaratorOperation { Symbol.IsRef: true } declarator:
                if (place is not null)
                    Update(state => state.With(declarator.Symbol, DegreeValue.Invariant with { Target = place }));
                else
                    RequireInvariant(element, "an element by reference", where);
                break;
            case IVariableDeclaratorOperation declarator:
                Assign(declarator.Symbol, element, where);
                break;
            default:
                Deconstruct(variable, element, where);
                break;
        }
    }

    /// <summary>Runs iterations until nothing changes. False where it is no counted loop after all.</summary>
    private bool Iterate(IOperation loop, CountedLoop? counted, Func<bool> enter, Action body, Action next, bool isChecked = true)
    {
        var labels = loop as ILoopOperation;
        var label = counted?.Counter;
        if (label is not null)
            Update(state => state.Forget(label).Map(contents => contents.Blur(_loops)));
        DegreeState? exit = null, broken = null;
        var (open, innermost, conditions, own) = (_open, _innermost, _conditions, Bit(loop, counted));
        if (labels is not null && LoopExits.MayEnd(labels.Body.Syntax as StatementSyntax ?? SyntaxFactory.EmptyStatement()))
            _conditions = _conditions.Add((loop, true));
        for (var iteration = 0; ; iteration++)
        {
            var head = _state;
            if (head is null)
                break;
            if (iteration > MaxIterations)
            {
                Disprove("a loop that does not settle", loop);
                break;
            }

            if (isChecked || iteration > 0)
            {
                if (!enter())
                {
                    _conditions = conditions;
                    return false;
                }

                exit = _state;
            }

            if (counted is not null)
                _loops.Add(counted);
            var inLoop = _conditions;
            (_open, _innermost) = (open | own, own);
            Update(state => state.Pass(own));
            body();
            (_open, _innermost, _conditions) = (open, innermost, inLoop);
            Land(labels?.ContinueLabel);
            FoldInto(ref _state);
            if (labels is not null && _jumps.TryGetValue(labels.ExitLabel, out var jumped))
            {
                _jumps.Remove(labels.ExitLabel);
                DegreeState? left = jumped;
                FoldInto(ref left);
                broken = left!.Join(broken, _loops.Take(_loops.Count - (counted is null ? 0 : 1)).ToList());
            }

            if (counted is not null)
                _loops.RemoveAt(_loops.Count - 1);
            next();
            if (counted is not null)
                Update(state => state.Forget(counted.Counter, isFolded: true));
            if (!isChecked)
            {
                // The first iteration of a loop that asks at its end.
                isChecked = _state is not null;
                if (_state is null)
                    break;
                continue;
            }

            var joined = head.Join(_state, _loops)!;
            if (joined.IsSame(head))
                break;
            _state = joined;
        }

        _state = exit is null ? null : counted is null ? exit : exit.Map(contents => contents.Close(counted, isComplete: true));
        Join(counted is null ? broken : broken?.Map(contents => contents.Close(counted, isComplete: false)));
        Update(state => state.Pass(own).NameLengths(Id(loop)));
        _conditions = conditions;
        return true;

        void FoldInto(ref DegreeState? state)
        {
            if (state is null)
                return;
            state = state.Leave((loop is IForLoopOperation or IWhileLoopOperation ? labels!.Body : loop).Syntax);
            if (counted is not null)
                state = state.Map(contents => contents.Fold(counted)).Forget(counted.Counter, isFolded: true);
        }
    }

    private static IOperation Unconverted(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }
}
