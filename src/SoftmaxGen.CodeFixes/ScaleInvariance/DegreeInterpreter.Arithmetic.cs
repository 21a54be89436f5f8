using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <content>Transfer functions of operators.</content>
internal sealed partial class DegreeInterpreter
{
    private DegreeValue Binary(IBinaryOperation binary)
    {
        if (binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            var left = Evaluate(binary.LeftOperand);
            RequireInvariant(left, "a condition", binary);
            return Fork(binary, () => left, () => Evaluate(binary.RightOperand));
        }

        return Combine(binary.OperatorKind, Evaluate(binary.LeftOperand), Evaluate(binary.RightOperand), binary.OperatorMethod, binary);
    }

    private DegreeValue Combine(BinaryOperatorKind kind, DegreeValue a, DegreeValue b, IMethodSymbol? method, IOperation where)
    {
        if (_state is null)
            return DegreeValue.Invariant;
        if (method is not null && !IsArithmetic(method))
            return IsInvariant(a) && IsInvariant(b) ? Result(where, DegreeValue.Invariant) : Unproved("an operator of another type", where);
        var (x, y) = (a.Degree, b.Degree);
        switch (kind)
        {
            case BinaryOperatorKind.Add:
                return new(IsNegligible(b, x, NegligibleAddend) ? x : IsNegligible(a, y, NegligibleAddend) ? y : x.Add(y, Accumulation(where))) { Number = IndexExpression.Add(a.Number, b.Number) };
            case BinaryOperatorKind.Subtract:
                var difference = x.Add(y.WithCoverage(y.Coverage.Weighted()), Accumulation(where));
                return new(x.Power > 0 && y.Power > 0 ? difference.WithCoverage(default) : difference) { Number = IndexExpression.Add(a.Number, IndexExpression.Negate(b.Number)) };
            case BinaryOperatorKind.Multiply:
                return new(Scaled(x, b) ?? Scaled(y, a) ?? x.Multiply(y)) { Number = IndexExpression.Multiply(a.Number, b.Number) };
            case BinaryOperatorKind.Divide:
                RequireAll(y, where);
                return new(y.IsInvariant && !y.IsZero && x.Power > 0 ? x.WithCoverage(x.Coverage.Weighted()) : x.Divide(y)) { Number = IndexExpression.Apply("quotient", a.Number, b.Number) };
            case BinaryOperatorKind.Remainder:
                return x.IsInvariant && y.IsInvariant ? DegreeValue.OfNumber(IndexExpression.Apply("remainder", a.Number, b.Number)) : DegreeValue.Unknown;
            case BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
                or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual:
                return Compare(a, b);
            default:
                return IsInvariant(a) && IsInvariant(b) ? DegreeValue.Invariant : DegreeValue.Unknown;
        }
    }

    /// <summary>
    /// Numbers of one degree are in the order that they were in. A sum beside zero or a tiny floor is on the same side of it, but where all of its exponentials have
    /// underflowed: there it is the guard that loses its use, and the result is the softmax.
    /// </summary>
    private DegreeValue Compare(DegreeValue a, DegreeValue b)
    {
        var (x, y) = (a.Degree, b.Degree);
        if (x.IsInvariant && y.IsInvariant || x.HasPowerOf(y) || x.IsBottom || y.IsBottom)
            return DegreeValue.Invariant;
        if (IsNegligible(a, y, NegligibleFloor) || IsNegligible(b, x, NegligibleFloor))
            return DegreeValue.Invariant;
        return DegreeValue.Unknown;
    }

    /// <summary>By which outcome of a condition the sum of all exponentials is zero, or as good as zero; null where the condition does not tell.</summary>
    private bool? IsZeroWhen(IOperation condition) => condition switch
    {
        IParenthesizedOperation parenthesized => IsZeroWhen(parenthesized.Operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !IsZeroWhen(not.Operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual } small when IsSumBesideNothing(small.LeftOperand, small.RightOperand) => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } large when IsSumBesideNothing(large.LeftOperand, large.RightOperand) => false,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } small when IsSumBesideNothing(small.RightOperand, small.LeftOperand) => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual } large when IsSumBesideNothing(large.RightOperand, large.LeftOperand) => false,
        _ => null,
    };

    private bool IsSumBesideNothing(IOperation sum, IOperation nothing) => sum.Type is not null && Unconverted(sum) is ILocalReferenceOperation or IParameterReferenceOperation && IsNegligible(Evaluate(nothing), Evaluate(sum).Degree, NegligibleFloor);

    /// <summary>Where there are no exponentials, or none that is not zero, the factor may as well be 1: everything is homogeneous of every degree.</summary>
    private DegreeValue WhereZero(bool isZero, Func<DegreeValue> evaluate)
    {
        if (!isZero)
            return evaluate();
        Update(static state => state.OfEveryDegree());
        var value = evaluate();
        Update(static state => state.OfEveryDegree());
        return value with { Degree = value.Degree.OfEveryDegree() };
    }

    private bool IsNegligible(DegreeValue constant, Degree sum, double limit)
    {
        // The logarithm of what a guard puts in the place of a sum is a result, and not kept from being one.
        if (code.Logarithms.Count > 0 || !IsOfAll(sum) || !sum.Coverage.IsPositive || !(constant.Constant is { } value && Math.Abs(value) <= limit || constant.Degree.IsZero))
            return false;
        HasGuard = true;
        return true;
    }

    // A factor of any size leaves a sum of all exponentials what it is: where it is 0, the sum was 0 before. A single term that has no weight may be the largest.
    private Degree? Scaled(Degree exponentials, DegreeValue factor)
    {
        if (exponentials.Power <= 0 || !factor.Degree.IsInvariant || factor.Degree.IsZero || factor.Degree.IsBottom)
            return null;
        var coverage = exponentials.Coverage;
        return exponentials.WithCoverage(factor.Constant is { } constant ? constant >= (_open == 0 ? 0.25 : 1) ? coverage : coverage.Weighted()
            : coverage.IsTerm ? default : coverage.Weighted());
    }

    private DegreeValue Unary(IUnaryOperation unary)
    {
        var value = Evaluate(unary.Operand);
        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Plus => value,
            UnaryOperatorKind.Minus when unary.OperatorMethod is null || IsArithmetic(unary.OperatorMethod) => new(value.Degree.WithCoverage(value.Degree.Coverage.Weighted())) { Number = IndexExpression.Negate(value.Number), Constant = -value.Constant },
            UnaryOperatorKind.Hat => DegreeValue.Invariant,
            _ => IsInvariant(value) ? DegreeValue.Invariant : DegreeValue.Unknown,
        };
    }

    private DegreeValue Convert(DegreeValue value, IConversionOperation conversion)
    {
        if (conversion.OperatorMethod is { } method && !IsArithmetic(method))
            return IsArrayToSpan(method) ? value : IsInvariant(value) ? Result(conversion, value) : Unproved("a conversion", conversion);
        if (!Recognition.NumericTypes.IsNumber(conversion.Type) || !Recognition.NumericTypes.IsNumber(conversion.Operand.Type))
            return value;
        return IsFloating(conversion.Type) || value.Degree.IsInvariant ? value with { Number = IsInteger(conversion.Type) && IsInteger(conversion.Operand.Type) ? value.Number : null } : DegreeValue.Unknown;
    }

    private static bool IsArrayToSpan(IMethodSymbol method) => method.ContainingType is { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment", ContainingNamespace.Name: "System" };

    private static bool IsFloating(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_Double or SpecialType.System_Single } or ITypeParameterSymbol or { Name: "Half" or "BFloat16" or "NFloat" };

    // Operators of Half, Complex, vectors and type parameters are what they look like; those of decimal have a smallest number that is not small.
    private static bool IsArithmetic(IMethodSymbol method) => method.ContainingType is { TypeKind: TypeKind.TypeParameter } or { SpecialType: SpecialType.System_Double or SpecialType.System_Single } or { Name: "Half", ContainingNamespace.Name: "System" }
        || method.ContainingType.ContainingNamespace?.ToDisplayString() == "System.Numerics";

    private DegreeValue Unproved(string why, IOperation where)
    {
        Disprove(why, where);
        return DegreeValue.Unknown;
    }
}
