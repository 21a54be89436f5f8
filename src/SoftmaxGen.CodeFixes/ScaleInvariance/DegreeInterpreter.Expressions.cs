using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <content>Transfer functions of expressions.</content>
internal sealed partial class DegreeInterpreter
{
    /// <summary>An addend that is lost in the rounding of a sum, before the shift as well, unless all exponents are below -10.</summary>
    private const double NegligibleAddend = 1e-20;

    /// <summary>A floor that keeps a sum from zero, and that a sum of at least 1 does not meet.</summary>
    private const double NegligibleFloor = 1e-4;

    private readonly Stack<DegreeValue> _receivers = new();

    private DegreeValue Evaluate(IOperation? operation)
    {
        if (operation is null || _state is null)
            return DegreeValue.Invariant;
        Step();
        if (operation.ConstantValue is { HasValue: true } constant)
            return OfConstant(constant.Value, operation.Type) is var value && value.Degree.IsZero ? value with { Degree = Degree.ZeroIn(_open) } : value;
        if (code.Exponentials.Contains(operation.Syntax) && !IsTensor(operation) && operation is IInvocationOperation or IBinaryOperation)
            return Exponential(operation);
        return operation switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation or IArrayElementReferenceOperation or IFieldReferenceOperation => Load(operation, operation.Type),
            IPropertyReferenceOperation property => Property(property),
            IInstanceReferenceOperation instance => Instance(instance),
            IBinaryOperation binary => Binary(binary),
            IUnaryOperation unary => Unary(unary),
            IConversionOperation conversion => Convert(Evaluate(conversion.Operand), conversion),
            IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand),
            ISimpleAssignmentOperation { IsRef: true } assignment => Rebind(assignment),
            ISimpleAssignmentOperation assignment => SetTo(assignment.Target, Evaluate(assignment.Value), assignment),
            ICompoundAssignmentOperation compound => SetTo(compound.Target, Combine(compound.OperatorKind, Load(compound.Target, compound.Target.Type), Evaluate(compound.Value), compound.OperatorMethod, compound), compound),
            IIncrementOrDecrementOperation increment => SetTo(increment.Target, Combine(increment.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract, Load(increment.Target, increment.Target.Type), DegreeValue.OfConstant(1, true), increment.OperatorMethod, increment), increment),
            ICoalesceAssignmentOperation coalesce => SetTo(coalesce.Target, Fork(coalesce, () => Load(coalesce.Target, coalesce.Target.Type), () => Evaluate(coalesce.Value)), coalesce),
            IDeconstructionAssignmentOperation deconstruction => DeconstructTo(deconstruction),
            IConditionalOperation conditional => Choose(conditional),
            ICoalesceOperation coalesce => Evaluate(coalesce.Value) is var value ? Fork(coalesce, () => value, () => Evaluate(coalesce.WhenNull)) : value,
            IConditionalAccessOperation access => Access(access),
            IConditionalAccessInstanceOperation => _receivers.Count > 0 ? _receivers.Peek() : DegreeValue.Unknown,
            ISwitchExpressionOperation @switch => Switch(@switch),
            IInvocationOperation call => Call(call),
            IObjectCreationOperation creation => Create(creation),
            IArrayCreationOperation array => Create(array),
            ITupleOperation tuple => DegreeValue.OfFields(tuple.Elements.Select((element, at) => new KeyValuePair<string, DegreeValue>($"Item{at + 1}", Evaluate(element)))),
            IAnonymousObjectCreationOperation anonymous => DegreeValue.OfFields(anonymous.Initializers.OfType<ISimpleAssignmentOperation>().Where(static field => field.Target is IPropertyReferenceOperation)
                .Select(field => new KeyValuePair<string, DegreeValue>(((IPropertyReferenceOperation)field.Target).Property.Name, Evaluate(field.Value)))),
            IDelegateCreationOperation @delegate => Evaluate(@delegate.Target),
            IAnonymousFunctionOperation or IMethodReferenceOperation => DegreeValue.Invariant with { Function = operation },
            ITranslatedQueryOperation query => Evaluate(query.Operation),
            IDefaultValueOperation @default => new(@default.Type is { IsReferenceType: true } ? Degree.Bottom : Degree.ZeroIn(_open)),
            IIsPatternOperation pattern => Check(Evaluate(pattern.Value), pattern),
            IIsTypeOperation test => Test(Evaluate(test.ValueOperand)),
            IDeclarationExpressionOperation declaration => Evaluate(declaration.Expression),
            IThrowOperation or ILocalFunctionOperation or IBlockOperation or IExpressionStatementOperation or IReturnOperation => Run(operation),
            IAwaitOperation wait => Await(wait),
            INameOfOperation or ITypeOfOperation or ISizeOfOperation or IDiscardOperation or ILiteralOperation or IUtf8StringOperation => DegreeValue.Invariant,
            _ when operation.Syntax is CollectionExpressionSyntax => CreateCollection(operation),
            _ when operation.Syntax is StackAllocArrayCreationExpressionSyntax { Initializer: null } && operation.ChildOperations.Count == 1 => Allocate(operation, Degree.ZeroIn(_open), Evaluate(operation.ChildOperations.FirstOrDefault()).Number),
            _ => Unknown(operation),
        };
    }

    private static DegreeValue OfConstant(object? constant, ITypeSymbol? type) => constant is null ? new(Degree.Bottom)
        : constant is IConvertible number and not (string or char or bool) ? DegreeValue.OfConstant(number.ToDouble(System.Globalization.CultureInfo.InvariantCulture), IsInteger(type))
        : DegreeValue.Invariant;

    private DegreeValue Run(IOperation operation)
    {
        Execute(operation);
        return new(Degree.Bottom);
    }

    /// <summary>What is not known may look at what it gets, and nothing else.</summary>
    private DegreeValue Unknown(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
            RequireInvariant(Evaluate(child), "an operation that is not known", operation);
        return DegreeValue.Invariant;
    }

    private DegreeValue Exponential(IOperation operation)
    {
        _met.Add(operation.Syntax);
        foreach (var child in operation.ChildOperations)
            RequireInvariant(Evaluate(child), "an exponent", operation);
        return new(OfExponential(operation.Syntax));
    }

    private DegreeValue SetTo(IOperation target, DegreeValue value, IOperation where)
    {
        Store(target, value, where);
        return value with { IsNew = false };
    }

    private DegreeValue Rebind(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is ILocalReferenceOperation { Local: var local })
            Bind(local, assignment.Value, assignment);
        else
            Disprove("a reference", assignment);
        return DegreeValue.Unknown;
    }

    private DegreeValue DeconstructTo(IDeconstructionAssignmentOperation deconstruction)
    {
        var value = Evaluate(deconstruction.Value);
        Deconstruct(deconstruction.Target, value, deconstruction);
        return value;
    }

    private DegreeValue Choose(IConditionalOperation conditional)
    {
        RequireInvariant(Evaluate(conditional.Condition), "a condition", conditional);
        var isZero = IsZeroWhen(conditional.Condition);
        return Fork(conditional, () => WhereZero(isZero == true, () => Evaluate(conditional.WhenTrue)), () => WhereZero(isZero == false, () => Evaluate(conditional.WhenFalse)));
    }

    private DegreeValue Fork(IOperation condition, Func<DegreeValue> first, Func<DegreeValue> second)
    {
        var before = _state;
        var a = On(condition, true, first);
        var after = _state;
        _state = before;
        var b = On(condition, false, second);
        if (_state is null || after is null)
        {
            _state ??= after;
            return after is null ? b : a;
        }

        var (one, two) = (after, _state);
        var value = DegreeState.Join(a, b, ref one, ref two);
        _state = one.Join(two, _loops);
        return value;
    }

    private DegreeValue Switch(ISwitchExpressionOperation @switch)
    {
        RequireInvariant(Evaluate(@switch.Value), "what is switched on", @switch);
        Func<DegreeValue>? all = null;
        foreach (var arm in @switch.Arms.Reverse())
        {
            DegreeValue One()
            {
                RequireInvariant(Evaluate(arm.Guard), "a condition", arm);
                return Evaluate(arm.Value);
            }

            var rest = all;
            all = rest is null ? One : () => Fork(arm, One, rest);
        }

        return all?.Invoke() ?? DegreeValue.Invariant;
    }

    private DegreeValue Access(IConditionalAccessOperation access)
    {
        var receiver = Evaluate(access.Operation);
        return Fork(
            access,
            () =>
            {
                _receivers.Push(receiver);
                var value = Evaluate(access.WhenNotNull);
                _receivers.Pop();
                return value;
            },
            static () => new(Degree.Bottom));
    }

    // A pattern compares.
    private DegreeValue Check(DegreeValue value, IIsPatternOperation pattern)
    {
        foreach (var declared in pattern.Pattern.DescendantsAndSelf().OfType<IDeclarationPatternOperation>())
        {
            if (declared.DeclaredSymbol is { } variable)
                Assign(variable, pattern.Pattern == declared ? value : DegreeValue.Unknown, pattern);
        }

        return pattern.Pattern is IDeclarationPatternOperation or IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }
            or INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } ? DegreeValue.Invariant : Test(value);
    }

    private DegreeValue Test(DegreeValue value) => IsInvariant(value) ? DegreeValue.Invariant : DegreeValue.Unknown;

    private DegreeValue Await(IAwaitOperation wait)
    {
        RequireInvariant(Evaluate(wait.Operation), "what is waited for", wait);
        RequireInvariantOutside(wait);
        return wait.Type is null || IsNumber(wait.Type) ? DegreeValue.Invariant : Allocate(wait, Degree.Invariant, isOutside: true);
    }

    private DegreeValue Instance(IInstanceReferenceOperation instance) => instance.ReferenceKind == InstanceReferenceKind.ImplicitReceiver && _created.Count > 0
        ? DegreeValue.Invariant with { Target = _created.Peek() }
        : DegreeValue.Invariant with { Target = Outside("this") };

    /// <summary>The degree of all that a value holds.</summary>
    private Degree DegreeOf(DegreeValue value) => _state is null ? Degree.Invariant
        : value.Fields is { } fields ? fields.Values.Aggregate(Degree.Bottom, (total, field) => total.Join(DegreeOf(field)))
        : value.Sequence is { } sequence ? DegreeOf(sequence.Element())
        : value.Target is { } target && value.Degree.IsInvariant ? value.Degree.Join(_state.Total(target))
        : value.Degree;

    private DegreeValue Property(IPropertyReferenceOperation property)
    {
        if (property.Property.Name is "Length" or "Count" or "LongLength" && property.Arguments.IsEmpty && property.Instance is { } list && (IsCollection(list.Type) || list.Type?.SpecialType == SpecialType.System_String))
        {
            var value = Evaluate(list);
            return DegreeValue.OfNumber(value.Sequence is { } sequence ? sequence.Length : value.Target is { IsWhole: true } target ? LengthOf(target) : null);
        }

        if (property is { Instance: { } instance, Arguments.IsEmpty: true })
        {
            var (type, name) = (property.Property.ContainingType, property.Property.Name);
            if (type.IsAnonymousType || type.IsTupleType || type.Name == "KeyValuePair")
                return FieldOf(Evaluate(instance), name);
            if (name == "Values" && IsCollection(type))
                return Evaluate(instance);
            if (name == "Keys" && IsCollection(type))
            {
                Evaluate(instance);
                return DegreeValue.Invariant;
            }

            if (name == "Span" && IsCollection(type))
                return Evaluate(instance);
            if (name is "Value" or "HasValue" && type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
                return name == "Value" ? Evaluate(instance) : DegreeValue.Invariant;
        }

        if (property.Instance is null && property.Property.ContainingType is { TypeKind: TypeKind.TypeParameter } or { ContainingNamespace.Name: "Numerics" } or { SpecialType: not SpecialType.None } && property.Property.Name is "Zero" or "AdditiveIdentity")
            return DegreeValue.OfConstant(0, false);
        return Locate(property) is { Place: not null } or { Variable: not null } ? Load(property, property.Type) : Getter(property);
    }

    private static DegreeValue FieldOf(DegreeValue value, string name) => value.Fields is { } fields
        ? fields.TryGetValue(name, out var field) ? field : DegreeValue.Unknown
        : new(value.Degree);
}
