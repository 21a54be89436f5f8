using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

internal sealed partial class Interpreter
{
    // Numbers that are written out: a local function that is called with them, as programs without a class do, is meant for others as well.
    private Value Generalise(Value value)
    {
        if (value is not { Facts: Facts.None, Traces.IsEmpty: true, Address: { } place } || double.IsInfinity(value.Range.Low) || double.IsInfinity(value.Range.High)
            || value.Range == Interval.Unit || value.Range == Interval.Symmetric)
            return value;
        value = value with { Range = Interval.All };
        _state.Set(place, value);
        return value;
    }

    // A number between 0 and 1, or between 0 and a sum.
    private static Value Draw(List<Operand> operands)
    {
        var sums = operands.SelectMany(static operand => operand.Value.In(Role.Sum)).ToList();
        return sums.Count == 0 ? new() { Range = Interval.Unit, Facts = Facts.Random }
            : Value.NonNegative.Add(Facts.Random).With(sums.Select(static sum => sum with { Role = Role.Threshold }));
    }

    private Value Calculate(Call call, Function function, List<Operand> operands, int arity)
    {
        if (arity == 2)
        {
            // a.Divide(b), or numerics.Divide(a, b).
            var isReceiverNoOperand = call.Receiver is not null && !call.IsForEffect && operands.Count > arity && operands[1].IsNumberLike && operands[2].IsNumberLike;
            var first = isReceiverNoOperand ? 1 : 0;
            return operands.Count > first + 1 ? CalculateBinary(function, operands[first], operands[first + 1], call.Operation) : Value.Unknown;
        }

        // x.Sum(axis), or numerics.Sum(x, axis).
        var data = call.Receiver is null ? operands : operands.Skip(1).Append(operands[0]);
        var operand = data.FirstOrDefault(candidate => !candidate.Value.Traces.IsEmpty);
        if (operand.Operation is null)
            operand = data.FirstOrDefault(candidate => candidate.IsNumberLike && !candidate.Value.IsConstant);
        return CalculateUnary(function, operand.Operation is null ? operands[0] : operand, operands, call);
    }

    private Value CalculateBinary(Function function, Operand a, Operand b, IOperation operation) => function switch
    {
        Function.Pow when IsEuler(a.Value) => Exponential(operation, b.Value, b.Operation),
        Function.Pow => Arithmetic.Power(a.Value, b.Value),
        Function.Add => Arithmetic.Add(a.Value, b.Value, a.Operation, b.Operation),
        Function.Subtract => Arithmetic.Subtract(a.Value, b.Value, b.Operation),
        Function.Multiply => _arithmetic.Multiply(a.Value, b.Value, operation, IsSame(a.Operation, b.Operation)),
        _ => _arithmetic.Divide(a.Value, b.Value, operation),
    };

    private Value CalculateUnary(Function function, Operand operand, List<Operand> operands, Call call)
    {
        var value = operand.Value;
        switch (function)
        {
            case Function.Exp:
                return Exponential(call.Operation, value, operand.Operation);
            case Function.Negate:
                return Arithmetic.Negate(value);
            case Function.Reciprocal:
                return _arithmetic.Divide(Value.Constant(1), value, call.Operation);
            case Function.Log:
                return _arithmetic.Log(value, call.Operation);
            case Function.Log1P:
                return new() { Facts = Facts.Log };
            case Function.Sum:
                return Aggregates.Sum(value);
            case Function.Normalize:
                return IsToSum(call, operands) ? _arithmetic.Divide(value, Aggregates.Sum(value), call.Operation) : Value.Unknown;
            case Function.Mean:
                return Aggregates.Sum(value).Add(Facts.Mean);
            case Function.Max or Function.Min:
                var others = operands.Where(other => other.IsNumberLike || other.Value.IsConstant).ToList();
                return others.Count == 2 && call.Receiver is null
                    ? Aggregates.Extremum(function == Function.Max, others[0].Value, others[1].Value)
                    : Aggregates.Extremum(function == Function.Max, value);
            case Function.Clamp:
                return Aggregates.Clamp(operands.Select(candidate => candidate.Value).ToList());
            case Function.NonNegative when call.Name.Equals("sqrt", StringComparison.OrdinalIgnoreCase) && value.HasRole(Role.Term):
                return Arithmetic.Power(value, Value.Constant(0.5));
            case Function.NonNegative:
                return value.Has(Facts.Total | Facts.Mean) || call.Name.IndexOf("norm", StringComparison.OrdinalIgnoreCase) >= 0
                    ? Value.NonNegative.Add(Facts.Norm)
                    : Value.NonNegative;
            case Function.Square:
                return Value.In(value.Range.Square());
            case Function.Dot:
                return IsQuadraticForm(operands) ? Value.NonNegative : Value.Unknown;
            case Function.Unit:
                return Value.In(Interval.Unit);
            case Function.Symmetric:
                return Value.In(Interval.Symmetric);
            default:
                return Value.Unknown;
        }
    }

    // Normalize() of a vector and Normalize(2) are to unit length; arrays and lists are no vectors.
    private static bool IsToSum(Call call, List<Operand> operands) =>
        operands.Count == 1 ? call.Receiver is null or { Type: IArrayTypeSymbol or INamedTypeSymbol { Name: "List" or "IList" or "IEnumerable" or "IReadOnlyList" } } || call.Name.Length > nameof(Function.Normalize).Length
            : !operands.Any(static operand => operand.Value.IsConstant && operand.Value.Range.Low == 2);

    // (A d).Dot(d), as in the density of a normal distribution: what is squared and weighed is not negative.
    private static bool IsQuadraticForm(List<Operand> operands) => operands.Count == 2
        && operands[0].Operation.Syntax.DescendantNodesAndSelf().Any(node => SyntaxFactory.AreEquivalent(node, operands[1].Operation.Syntax));

    private static int Arity(Function function) =>
        function is Function.Pow or Function.Add or Function.Subtract or Function.Multiply or Function.Divide ? 2 : 1;

    private static bool IsEuler(Value value) => value.IsConstant && Math.Abs(value.Range.Low - Math.E) < 0.02;

    private Value Exponential(IOperation operation, Value argument, IOperation? argumentOperation)
    {
        var place = _frame.RootCall ?? operation;
        var key = (place.Syntax, operation.Syntax);
        if (!_sites.TryGetValue(key, out var site))
            _sites.Add(key, site = new(place, operation, argumentOperation));
        site.Visit(IsExhausted ? argument.Add(Facts.Below) : argument, NumericTypes.Overflow(operation.Type));
        return new Value { Range = argument.Range.Exp(), Variance = argument.Variance }.With([new Trace(site, Role.Term, IsWeighted: false)]);
    }
}
