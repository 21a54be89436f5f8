using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

internal sealed partial class AbstractInterpreter
{
    private AbstractValue VisitAssignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment is { IsRef: true, Target: ILocalReferenceOperation { Local: var alias } })
            return Refer(alias, assignment.Value);
        if (assignment.Target is ILocalReferenceOperation or IFieldReferenceOperation && assignment.Value.ConstantValue.HasValue && Locate(assignment.Target) is { } started)
            _starts[started] = assignment.Value;
        return Assign(assignment.Target, Accumulated(assignment, Visit(assignment.Value)).Add(IsRunningMaximum(assignment) ? ValueFacts.Max : ValueFacts.None));
    }

    private AbstractValue Assign(IOperation target, AbstractValue value)
    {
        value = Relaxed(target, WithStart(target, value).Vary(_control));
        switch (target)
        {
            case IDiscardOperation:
                return value;
            case ITupleOperation or IDeclarationExpressionOperation { Expression: ITupleOperation }:
                return Deconstruct(target, value);
            case ILocalReferenceOperation { Local: var local }:
                AssignVariable(local, local.Type, value);
                return value;
            case IParameterReferenceOperation { Parameter: var parameter }:
                AssignVariable(parameter, parameter.Type, value);
                return value;
        }

        if (Locate(target) is not { } location)
            return value;
        Share(target, value);
        if (IsElement(target))
            Store(location, value, NumericTypes.IsScalar(target.Type), isWhole: IsRunningIndex(target));
        else
            Set(location, target.Type, value);
        return value;
    }

    // q += rate * (goal - q): what moves towards a goal is no row that its maximum is subtracted from.
    private static AbstractValue Relaxed(IOperation target, AbstractValue value) =>
        value.Subtrahend is { } subtrahend && IsSame(subtrahend, target) ? value with { Facts = value.Facts & ~(ValueFacts.ShiftedByMaximum | ValueFacts.ShiftedByMinimum), Subtrahend = null } : value;

    // m = max(m, x), where m was a constant before.
    private AbstractValue WithStart(IOperation target, AbstractValue value)
    {
        if (!value.Has(ValueFacts.Max) || value.Start is not null || Locate(target) is not { } location || IsElement(target))
            return value;
        return _state.TryGet(_state.Resolve(location), out var before) && StartOf(location, before) is { } start ? value with { Start = start } : value;
    }

    /// <summary>The constant a maximum is started at, when it is not below everything the data can be.</summary>
    private IOperation? StartOf(AbstractLocation location, AbstractValue before) =>
        before.IsConstant && before.Range.Low > LowestStart && _starts.TryGetValue(location, out var start) ? start : null;

    // A ref variable is another name of a place.
    private AbstractValue Refer(ILocalSymbol alias, IOperation referred)
    {
        var value = Visit(referred);
        if (Locate(referred) is not { } location)
            return value;
        value = value with { Address = _state.Resolve(location) };
        _state.Set(AbstractLocation.Of(alias), value);
        return value;
    }

    // What a ref variable stands for outside of a loop may be one element of several.
    private void AssignVariable(ISymbol variable, ITypeSymbol type, AbstractValue value)
    {
        var location = AbstractLocation.Of(variable);
        if (variable is ILocalSymbol { IsRef: true } && _state.Resolve(location) is var place && place != location)
            Store(place, value, NumericTypes.IsScalar(type), isWhole: _frame.LoopDepth > 0);
        else
            Set(location, type, value);
    }

    private void Set(AbstractLocation location, ITypeSymbol? type, AbstractValue value)
    {
        // Through a ref variable a number goes to the place it stands for.
        if (NumericTypes.IsScalar(type))
            _state.Set(_state.Resolve(location), value.Copy());
        else
            _state.Set(location, value.Address == location ? value.Copy() : value);
    }

    private AbstractValue Deconstruct(IOperation target, AbstractValue value)
    {
        target = target is IDeclarationExpressionOperation { Expression: var expression } ? expression : target;
        if (target is not ITupleOperation tuple)
            return Assign(target, value);
        for (var i = 0; i < tuple.Elements.Length; i++)
            Assign(tuple.Elements[i] is IDeclarationExpressionOperation inner ? inner.Expression : tuple.Elements[i],
                value.Elements.Length == tuple.Elements.Length ? value.Elements[i] : value.Copy());
        return value;
    }

    private void Bind(IReadOnlyList<IParameterSymbol> parameters, List<AbstractValue> arguments)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            var value = i < arguments.Count ? arguments[i] : AbstractValue.NonNegative;
            _state.Set(AbstractLocation.Of(parameters[i]), NumericTypes.IsScalar(parameters[i].Type) ? Typed(value, parameters[i].Type) : value);
        }
    }

    private void BindElement(IOperation variable, AbstractValue collection)
    {
        var symbol = variable switch
        {
            IVariableDeclaratorOperation declarator => declarator.Symbol,
            ILocalReferenceOperation local => local.Local,
            _ => null,
        };
        if (symbol is not null)
            _state.Set(AbstractLocation.Of(symbol), NumericTypes.IsScalar(symbol.Type) && symbol is not ILocalSymbol { IsRef: true } ? Typed(collection, symbol.Type) : collection);
        else
            Deconstruct(variable, collection);
    }
}
