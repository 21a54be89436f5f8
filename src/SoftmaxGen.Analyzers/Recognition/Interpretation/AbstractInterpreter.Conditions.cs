using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

internal sealed partial class AbstractInterpreter
{
    /// <summary>The states in which a condition holds and in which it does not.</summary>
    private (AbstractState WhenTrue, AbstractState WhenFalse) Split(IOperation condition)
    {
        var (whenTrue, whenFalse) = (_state.Clone(), _state.Clone());
        Refine(condition, whenTrue, isTrue: true);
        Refine(condition, whenFalse, isTrue: false);
        return (whenTrue, whenFalse);
    }

    private void Refine(IOperation condition, AbstractState state, bool isTrue)
    {
        // A condition in error is converted to bool.
        switch (Unwrap(condition))
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                Refine(not.Operand, state, !isTrue);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both when isTrue:
                Refine(both.LeftOperand, state, isTrue);
                Refine(both.RightOperand, state, isTrue);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either when !isTrue:
                Refine(either.LeftOperand, state, isTrue);
                Refine(either.RightOperand, state, isTrue);
                break;
            case IBinaryOperation comparison when Direction(comparison) is { } direction and not 0:
                var isGreater = direction > 0 == isTrue;
                Narrow(comparison.LeftOperand, comparison.RightOperand, state, isGreater);
                Narrow(comparison.RightOperand, comparison.LeftOperand, state, !isGreater);
                if (Variable(comparison.LeftOperand) is { } left && Variable(comparison.RightOperand) is { } right)
                    state.SetOrder(isGreater ? left : right, isGreater ? right : left);
                break;
        }
    }

    /// <summary>Behind a condition that says so, the smaller number less the larger is not positive.</summary>
    private AbstractValue Ordered(IBinaryOperation difference, AbstractValue value)
    {
        if (Variable(difference.LeftOperand) is not { } left || Variable(difference.RightOperand) is not { } right)
            return value;
        return _state.IsGreater(right, left) ? value with { Range = -Interval.NonNegative }
            : _state.IsGreater(left, right) ? value with { Range = Interval.NonNegative }
            : value;
    }

    private AbstractLocation? Variable(IOperation operation) => Unwrap(operation) is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation ? Locate(operation) : null;

    private void Narrow(IOperation operand, IOperation bound, AbstractState state, bool isGreater)
    {
        if (bound.ConstantValue is not { HasValue: true, Value: { } constant } || Number(constant) is not { } limit || Unwrap(operand) is IInvocationOperation)
            return;

        var saved = _state;
        _state = state;
        var current = Visit(operand);
        var place = Locate(operand);
        _state = saved;
        if (place is not { } location)
            return;
        var range = isGreater ? new Interval(limit, double.PositiveInfinity) : new Interval(double.NegativeInfinity, limit);
        state.Set(state.Resolve(location), current.Copy() with { Range = current.Range.Meet(range) });
    }

    private static int Direction(IBinaryOperation comparison) => comparison.Syntax.Kind() switch
    {
        SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression => 1,
        SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression => -1,
        _ => 0,
    };

    private static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        return operation;
    }

    /// <summary>if (x &gt; m) m = x keeps a maximum in m, and the other way round a minimum; if (x &gt; 80) x = 80 clamps it.</summary>
    /// <param name="branch">What is done where one is known to be greater than the other.</param>
    private void MarkExtremum(IOperation? branch, (IOperation Greater, IOperation Less)? order, AbstractState before)
    {
        if (branch is null || order is not var (greater, less))
            return;
        foreach (var assignment in branch.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>().Take(4))
        {
            var isConstant = assignment.Value.ConstantValue.HasValue;
            var fact = IsSame(assignment.Target, less) ? isConstant ? ValueFacts.None : ValueFacts.Max
                : IsSame(assignment.Target, greater) ? isConstant ? ValueFacts.Clamped : ValueFacts.Min
                : ValueFacts.None;
            if (isConstant && IsSame(assignment.Target, less))
                PutFloor(assignment.Target, _state, before);
            if (fact == ValueFacts.None || Locate(assignment.Target) is not { } location || !_state.TryGet(_state.Resolve(location), out var value))
                continue;
            var start = fact == ValueFacts.Max && before.TryGet(before.Resolve(location), out var old) && !value.Range.IsNonNegative ? StartOf(location, old) : null;
            _state.Set(_state.Resolve(location), value.Add(fact) with { Start = value.Start ?? start });
        }
    }

    // if (p < 1e-9) p = 1e-9
    private void PutFloor(IOperation target, params AbstractState[] states)
    {
        if (Locate(target) is not { } location)
            return;
        foreach (var state in states)
        {
            if (state.TryGet(state.Resolve(location), out var value) && value.HasRole(OriginRole.Quotient))
                state.Set(state.Resolve(location), value.Floored());
        }
    }

    /// <summary>m = max(m, x)</summary>
    private static bool IsRunningMaximum(ISimpleAssignmentOperation assignment) =>
        Unwrap(assignment.Value) is IInvocationOperation { Arguments.Length: 2 } call && KnownFunctions.Find(call.TargetMethod.Name) == KnownFunction.Max
        && call.Arguments.Any(argument => IsSame(argument.Value, assignment.Target));

    /// <summary>a &gt; b ? a : b is a maximum.</summary>
    private static AbstractValue Selected(IConditionalOperation conditional, AbstractValue first, AbstractValue second)
    {
        var value = first.Join(second);
        if (Greater(conditional.Condition, isTrue: true) is not var (greater, less) || conditional.WhenFalse is null)
            return value;
        var isConstant = less.ConstantValue.HasValue || greater.ConstantValue.HasValue;
        if (IsSame(conditional.WhenTrue, greater) && IsSame(conditional.WhenFalse, less))
            return isConstant ? value.Floored() : value.Add(ValueFacts.Max);
        return IsSame(conditional.WhenTrue, less) && IsSame(conditional.WhenFalse, greater) ? value.Add(isConstant ? ValueFacts.Clamped : ValueFacts.Min) : value;
    }

    /// <summary>Which of two is the greater one where a condition holds, or where it does not.</summary>
    private static (IOperation Greater, IOperation Less)? Greater(IOperation condition, bool isTrue)
    {
        condition = Unwrap(condition);
        if (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
            return Greater(not.Operand, !isTrue);
        if (condition is IBinaryOperation binary && Direction(binary) is var direction)
            return direction == 0 ? null : direction > 0 == isTrue ? (binary.LeftOperand, binary.RightOperand) : (binary.RightOperand, binary.LeftOperand);

        return isTrue && condition.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 2 } syntax && InvocationName.Of(syntax) is "GreaterThan" or "GreaterThanOrEqual" && Operands(condition) is [.., var greater, var less]
            ? (greater, less)
            : null;
    }

    private static bool IsSame(IOperation a, IOperation b) => SyntaxFactory.AreEquivalent(Bare(a).Syntax, Bare(b).Syntax);

    // Comparisons are of what is converted: Convert.ToDouble(x) > Convert.ToDouble(max).
    private static IOperation Bare(IOperation operation)
    {
        operation = Unwrap(operation);
        while (operation.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } call && InvocationName.Of(call) is { } name
            && name.StartsWith("To", StringComparison.Ordinal) && KnownFunctions.Find(name) == KnownFunction.PassThrough && Operands(operation) is [.., var converted])
            operation = Unwrap(converted);
        return operation;
    }

    private static ImmutableArray<IOperation> Operands(IOperation call) =>
        ImmutableArray.CreateRange(call.ChildOperations.Select(static child => child is IArgumentOperation argument ? argument.Value : child));
}
