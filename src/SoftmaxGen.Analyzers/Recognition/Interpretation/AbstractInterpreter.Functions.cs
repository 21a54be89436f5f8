using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

internal sealed partial class AbstractInterpreter
{
    // Numbers that are written out: a local function that is called with them, as programs without a class do, is meant for others as well.
    private AbstractValue Generalise(AbstractValue value)
    {
        if (value is not { Facts: ValueFacts.None, Origins.IsEmpty: true, Address: { } place } || double.IsInfinity(value.Range.Low) || double.IsInfinity(value.Range.High)
            || value.Range == Interval.Unit || value.Range == Interval.Symmetric)
            return value;
        value = value with { Range = Interval.All };
        _state.Set(place, value);
        return value;
    }

    // A number between 0 and 1, or between 0 and a sum.
    private static AbstractValue Draw(List<Operand> operands)
    {
        var sums = operands.SelectMany(static operand => operand.Value.In(OriginRole.Sum)).ToList();
        return sums.Count == 0 ? new() { Range = Interval.Unit, Facts = ValueFacts.Random }
            : AbstractValue.NonNegative.Add(ValueFacts.Random).With(sums.Select(static sum => sum with { Role = OriginRole.Threshold }));
    }

    private AbstractValue Calculate(CallSite call, KnownFunction function, List<Operand> operands, int arity)
    {
        if (arity == 2)
        {
            // a.Divide(b), or numerics.Divide(a, b).
            var isReceiverNoOperand = call.Receiver is not null && !call.IsForEffect && operands.Count > arity && operands[1].IsNumberLike && operands[2].IsNumberLike;
            var first = isReceiverNoOperand ? 1 : 0;
            return operands.Count > first + 1 ? CalculateBinary(function, operands[first], operands[first + 1], call.Operation) : AbstractValue.Unknown;
        }

        // x.Sum(axis), or numerics.Sum(x, axis).
        var data = call.Receiver is null ? operands : operands.Skip(1).Append(operands[0]);
        var operand = data.FirstOrDefault(candidate => !candidate.Value.Origins.IsEmpty);
        if (operand.Operation is null)
            operand = data.FirstOrDefault(candidate => candidate.IsNumberLike && !candidate.Value.IsConstant);
        return CalculateUnary(function, operand.Operation is null ? operands[0] : operand, operands, call);
    }

    private AbstractValue CalculateBinary(KnownFunction function, Operand a, Operand b, IOperation operation) => function switch
    {
        KnownFunction.Pow when IsEuler(a.Value) => Exponential(operation, b.Value, b.Operation),
        KnownFunction.Pow => ArithmeticTransfer.Power(a.Value, b.Value),
        KnownFunction.Add => ArithmeticTransfer.Add(a.Value, b.Value, a.Operation, b.Operation),
        KnownFunction.Subtract => ArithmeticTransfer.Subtract(a.Value, b.Value, b.Operation),
        KnownFunction.Multiply => _arithmetic.Multiply(a.Value, b.Value, operation, IsSame(a.Operation, b.Operation)),
        _ => _arithmetic.Divide(a.Value, b.Value, operation),
    };

    private AbstractValue CalculateUnary(KnownFunction function, Operand operand, List<Operand> operands, CallSite call)
    {
        var value = operand.Value;
        switch (function)
        {
            case KnownFunction.Exp:
                return Exponential(call.Operation, value, operand.Operation);
            case KnownFunction.Negate:
                return ArithmeticTransfer.Negate(value);
            case KnownFunction.Reciprocal:
                return _arithmetic.Divide(AbstractValue.Constant(1), value, call.Operation);
            case KnownFunction.Log:
                return _arithmetic.Log(value, call.Operation);
            case KnownFunction.Log1P:
                return new() { Facts = ValueFacts.Log };
            case KnownFunction.Sum:
                return AggregateTransfer.Sum(value);
            case KnownFunction.Normalize:
                return IsToSum(call, operands) ? _arithmetic.Divide(value, AggregateTransfer.Sum(value), call.Operation) : AbstractValue.Unknown;
            case KnownFunction.Mean:
                return AggregateTransfer.Sum(value).Add(ValueFacts.Mean);
            case KnownFunction.Max or KnownFunction.Min:
                var others = operands.Where(other => other.IsNumberLike || other.Value.IsConstant).ToList();
                return others.Count == 2 && call.Receiver is null
                    ? AggregateTransfer.Extremum(function == KnownFunction.Max, others[0].Value, others[1].Value)
                    : AggregateTransfer.Extremum(function == KnownFunction.Max, value);
            case KnownFunction.Clamp:
                return AggregateTransfer.Clamp(operands.Select(candidate => candidate.Value).ToList());
            case KnownFunction.NonNegative when call.Name.Equals("sqrt", StringComparison.OrdinalIgnoreCase) && value.HasRole(OriginRole.Term):
                return ArithmeticTransfer.Power(value, AbstractValue.Constant(0.5));
            case KnownFunction.NonNegative:
                return value.Has(ValueFacts.Total | ValueFacts.Mean) || call.Name.IndexOf("norm", StringComparison.OrdinalIgnoreCase) >= 0
                    ? AbstractValue.NonNegative.Add(ValueFacts.Norm)
                    : AbstractValue.NonNegative;
            case KnownFunction.Square:
                return AbstractValue.In(value.Range.Square());
            case KnownFunction.Dot:
                return IsQuadraticForm(operands) ? AbstractValue.NonNegative : AbstractValue.Unknown;
            case KnownFunction.Unit:
                return AbstractValue.In(Interval.Unit);
            case KnownFunction.Symmetric:
                return AbstractValue.In(Interval.Symmetric);
            default:
                return AbstractValue.Unknown;
        }
    }

    // Normalize() of a vector and Normalize(2) are to unit length; arrays and lists are no vectors.
    private static bool IsToSum(CallSite call, List<Operand> operands) =>
        operands.Count == 1 ? call.Receiver is null or { Type: IArrayTypeSymbol or INamedTypeSymbol { Name: "List" or "IList" or "IEnumerable" or "IReadOnlyList" } } || call.Name.Length > nameof(KnownFunction.Normalize).Length
            : !operands.Any(static operand => operand.Value.IsConstant && operand.Value.Range.Low == 2);

    // (A d).Dot(d), as in the density of a normal distribution: what is squared and weighed is not negative.
    private static bool IsQuadraticForm(List<Operand> operands) => operands.Count == 2
        && operands[0].Operation.Syntax.DescendantNodesAndSelf().Any(node => SyntaxFactory.AreEquivalent(node, operands[1].Operation.Syntax));

    private static int Arity(KnownFunction function) =>
        function is KnownFunction.Pow or KnownFunction.Add or KnownFunction.Subtract or KnownFunction.Multiply or KnownFunction.Divide ? 2 : 1;

    private static bool IsEuler(AbstractValue value) => value.IsConstant && Math.Abs(value.Range.Low - Math.E) < 0.02;

    private AbstractValue Exponential(IOperation operation, AbstractValue argument, IOperation? argumentOperation)
    {
        var place = _frame.RootCall ?? operation;
        var key = (place.Syntax, operation.Syntax);
        if (!_sites.TryGetValue(key, out var site))
            _sites.Add(key, site = new(place, operation, argumentOperation));
        site.Observe(IsExhausted ? argument.Add(ValueFacts.ShiftedByMaximum) : argument, NumericTypes.Overflow(operation.Type));
        return new AbstractValue { Range = argument.Range.Exp(), Variance = argument.Variance }.With([new ExpOrigin(site, OriginRole.Term, IsWeighted: false)]);
    }
}
