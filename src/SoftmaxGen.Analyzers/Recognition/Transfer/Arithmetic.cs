using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Recognition;

/// <summary>Arithmetic on abstract values. What a division or a product finds out goes to the <see cref="Findings"/>.</summary>
internal sealed class Arithmetic(Findings findings)
{
    private const Facts Shifts = Facts.Below | Facts.Above;

    public static Value Negate(Value a) => new()
    {
        Range = -a.Range,
        Facts = Mirror(a.Facts) ^ (a.IsConstant ? Facts.None : Facts.Negated),
        Start = a.Start,
        Traces = a.Traces,
        Variance = a.Variance,
        Subtrahend = a.Subtrahend,
    };

    public static Value Add(Value a, Value b, IOperation? first = null, IOperation? second = null)
    {
        // x + (-max) is x - max, and so is -max + x.
        if (IsSubtracted(b, a))
            return Subtract(a, Negate(b), second);
        if (IsSubtracted(a, b))
            return Subtract(b, Negate(a), first);

        var facts = (a.Facts | b.Facts) & (Shifts | Facts.Negated | Facts.Clamped | Facts.Random | Facts.LogProbability);
        if (IsLogOrConstant(a) && IsLogOrConstant(b))
            facts |= (a.Facts | b.Facts) & Facts.Log;
        if (a.IsConstant || b.IsConstant)
            facts |= (a.Facts | b.Facts) & (Facts.Max | Facts.Min | Facts.Mean | Facts.Total);
        if (a.Has(Facts.Scalar) && (b.IsConstant || b.Has(Facts.Scalar)) || b.Has(Facts.Scalar) && a.IsConstant)
            facts |= Facts.Scalar;
        return new Value { Range = a.Range + b.Range, Facts = facts, Subtrahend = a.Subtrahend ?? b.Subtrahend }.With(SumTraces(a, b));

        static bool IsSubtracted(Value negated, Value other) =>
            negated.Has(Facts.Negated) && !negated.IsConstant && !other.IsConstant && !other.Has(Facts.Negated) && negated.Traces.IsEmpty;
    }

    // What 1 - e^x adds up to is no sum of exponentials.
    public static Value Subtract(Value a, Value b, IOperation? subtrahend = null)
    {
        var facts = a.Facts & (Shifts | Facts.Negated | Facts.Clamped);
        // A mean or a sum bounds nothing, but the largest of several sums does: the outputs of a layer are sums.
        if (!b.IsConstant && (b.Has(Facts.Max) || !b.Has(Facts.Mean | Facts.Total) && b.Traces.IsEmpty))
            facts |= ShiftBy(a, b);
        var shift = (facts & ~a.Facts & Shifts) != 0 ? subtrahend : a.Subtrahend;
        if (IsLogOrConstant(a) && IsLogOrConstant(b))
            facts |= (a.Facts | b.Facts) & Facts.Log;
        if (b.IsConstant)
            facts |= a.Facts & (Facts.Max | Facts.Min | Facts.Mean | Facts.Total | Facts.Scalar);
        facts |= (a.Facts | b.Facts) & (Facts.LogProbability);
        return new Value { Range = a.Range - b.Range, Facts = facts, Start = a.Start ?? b.Start, Subtrahend = shift }
            .With(a.Traces.IsEmpty ? [] : SumTraces(a, a.HasRole(Role.Threshold) ? Drawn(b) : b));
    }

    public Value Multiply(Value a, Value b, IOperation operation, bool sameOperand)
    {
        var range = sameOperand ? a.Range.Square() : Scale(a, b) ?? Scale(b, a) ?? a.Range * b.Range;
        var facts = Mirror(Weighed(a, b), b) | Mirror(Weighed(b, a), a);
        facts &= Shifts | Facts.Log | Facts.LogProbability | Facts.Max | Facts.Min | Facts.Mean | Facts.Total | Facts.Random;
        if (IsNegative(a) != IsNegative(b))
            facts |= Facts.Negated;
        if (a.Has(Facts.Norm) && b.Has(Facts.Norm))
            facts |= Facts.Norm;
        if (IsScale(a) && IsScale(b) && !(a.IsConstant && b.IsConstant))
            facts |= Facts.Scalar;
        return new Value { Range = range, Facts = facts, Start = a.Start ?? b.Start, Subtrahend = a.Subtrahend ?? b.Subtrahend }.With(findings.ProductTraces(a, b, operation));
    }

    public Value Divide(Value a, Value b, IOperation operation)
    {
        var facts = Mirror(Scaled(a.Facts, a, b), b) & (Shifts | Facts.Log | Facts.LogProbability | Facts.Max | Facts.Min | Facts.Mean | Facts.Total);
        if (IsNegative(a) != IsNegative(b))
            facts |= Facts.Negated;
        if (IsScale(a) && IsScale(b) && !(a.IsConstant && b.IsConstant))
            facts |= Facts.Scalar;
        if (a.Has(Facts.Total))
            facts = facts & ~Facts.Total | Facts.Mean;
        var range = (b.Has(Facts.Norm) || b.Has(Facts.Max) && !b.Has(Facts.Scalar)) && a.Traces.IsEmpty ? Interval.Symmetric : Scale(a, b, isDivision: true) ?? a.Range / b.Range;
        return new Value { Range = range, Facts = facts, Start = a.Start, Subtrahend = a.Subtrahend }.With(findings.QuotientTraces(a, b, operation));
    }

    public Value Log(Value a, IOperation operation)
    {
        findings.Logarithm(a, operation);
        return new Value { Range = a.Range.Log(), Facts = a.Traces.IsEmpty ? Facts.Log : Facts.Max }.With(Findings.LogarithmTraces(a));
    }

    // A power of e^x is e to a multiple of x.
    public static Value Power(Value a, Value b) => PowerOf(a, b).With(b.Traces.IsEmpty ? a.In(Role.Term) : []);

    private static Value PowerOf(Value a, Value b)
    {
        if (b.IsConstant && b.Range.Low % 2 == 0)
            return new() { Range = b.Range.Low == 2 ? a.Range.Square() : Interval.NonNegative };
        return new() { Range = a.Range.IsNonNegative ? Interval.NonNegative : Interval.All };
    }

    /// <summary>A rate or a width that is only a name is taken to be positive where the other factor's sign is proven; so is what a square is divided by.</summary>
    private static Interval? Scale(Value known, Value scale, bool isDivision = false)
    {
        if (!(scale.Has(Facts.Scalar) || isDivision && scale.Traces.IsEmpty && !scale.Has(Facts.Negated)) || scale.Range.IsInformative
            || !known.Range.IsNonNegative && !known.Range.IsNonPositive)
            return null;
        if (known.IsConstant && known.Range != Interval.Zero)
            return null;
        return known.Range * (scale.Has(Facts.Negated) ? -Interval.NonNegative : Interval.NonNegative);
    }

    private static bool IsNegative(Value value) => value.IsConstant ? value.Range.High < 0 : value.Has(Facts.Negated);

    private static bool IsScale(Value value) => value.IsConstant || value.Has(Facts.Scalar);

    private static bool IsLogOrConstant(Value value) => value.IsConstant || value.Has(Facts.Log);

    // What may be the maximum of the minuend shifts it below zero; a minimum, or being subtracted from the maximum, to the other side.
    private static Facts ShiftBy(Value a, Value b)
    {
        var facts = Facts.None;
        if (!MayBeExtremum(b, of: a) && (a.Has(Facts.Scalar) || !MayBeExtremum(a, of: b)) && !a.Has(Facts.Max | Facts.Min))
            return facts;
        if (!b.Has(Facts.Min) || b.Has(Facts.Max))
            facts |= Facts.Below;
        if (!b.Has(Facts.Max))
            facts |= Facts.Above;
        if (a.Has(Facts.Min))
            facts |= Facts.Below;
        if (a.Has(Facts.Max))
            facts |= Facts.Above;
        return facts;
    }

    // The extremum of a row is one number for all of its elements: it is invariant in the loop over them, and they are neither a constant nor one number themselves.
    private static bool MayBeExtremum(Value value, Value of)
    {
        if (value.Has(Facts.Max | Facts.Min))
            return true;
        if (value.IsConstant || of.IsConstant || of.Has(Facts.Scalar) && of.Variance == 0)
            return false;
        return value.Variance == 0 || value.IsInvariantBeside(of);
    }

    // Weights that differ from element to element make another value of each, of which nothing was subtracted.
    private static Facts Scaled(Facts facts, Value value, Value factor) => value.IsInvariantBeside(factor) ? facts & ~Shifts : facts;

    // A coefficient that is named for the logarithm it belongs to makes no logarithm of the data.
    private static Facts Weighed(Value coefficient, Value data) =>
        Scaled(coefficient.Has(Facts.Scalar) && !IsScale(data) ? coefficient.Facts & ~Facts.LogProbability : coefficient.Facts, coefficient, data);

    private static Facts Mirror(Facts facts, Value factor) =>
        factor.IsConstant && factor.Range.High < 0 || !factor.IsConstant && factor.Has(Facts.Scalar) && factor.Has(Facts.Negated) ? Mirror(facts) : facts;

    private static Facts Mirror(Facts facts)
    {
        var mirrored = facts & ~(Facts.Below | Facts.Above | Facts.Max | Facts.Min | Facts.Clamped);
        if ((facts & Facts.Below) != 0)
            mirrored |= Facts.Above;
        if ((facts & Facts.Above) != 0)
            mirrored |= Facts.Below;
        if ((facts & Facts.Max) != 0)
            mirrored |= Facts.Min;
        if ((facts & Facts.Min) != 0)
            mirrored |= Facts.Max;
        return mirrored;
    }

    // A draw from which one weight after the other is taken away.
    private static Value Drawn(Value weight) =>
        weight with { Traces = ImmutableArray.CreateRange(weight.Traces.Select(static trace => trace.Role == Role.Term ? trace with { Role = Role.Sum } : trace)) };

    private static IEnumerable<Trace> SumTraces(Value a, Value b)
    {
        if (a.Traces.IsEmpty && b.Traces.IsEmpty)
            return [];
        if (a.Traces.IsEmpty || b.Traces.IsEmpty)
        {
            var (traced, other) = a.Traces.IsEmpty ? (b, a) : (a, b);
            if (IsScale(other))
                traced = traced.Floored();
            return other.Range == Interval.Zero ? traced.Traces
                : traced.Traces.Select(trace => trace.Role == Role.Term ? trace with { Role = other.IsConstant ? Role.Offset : Role.Mixed } : trace);
        }

        // Several exponentials written out are a sum; e^x + e^-x is a hyperbolic cosine, and e^x a - e^x b is e^x times something.
        var sites = a.Traces.Concat(b.Traces).Select(static trace => trace.Site).Distinct().ToList();
        var role = sites.Count == 1 ? Role.Term : sites.Count == 2 && sites[0].IsReciprocalOf(sites[1]) ? Role.Mixed : Role.Sum;
        return a.Traces.Concat(b.Traces).Select(trace => trace.Role == Role.Term || trace.Role is Role.Offset or Role.Mixed && role == Role.Sum ? trace with { Role = role } : trace);
    }
}
