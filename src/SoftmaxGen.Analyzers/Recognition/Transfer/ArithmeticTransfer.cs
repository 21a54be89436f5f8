using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Recognition;

/// <summary>Arithmetic on abstract values.</summary>
internal sealed class ArithmeticTransfer(OriginTransfer origins)
{
    public const ValueFacts Shifts = ValueFacts.ShiftedByMaximum | ValueFacts.ShiftedByMinimum | ValueFacts.ShiftedByGuess;

    public static AbstractValue Negate(AbstractValue a) => new()
    {
        Range = -a.Range,
        Facts = Mirror(a.Facts) ^ (a.IsConstant ? ValueFacts.None : ValueFacts.Negated),
        Start = a.Start,
        Origins = a.Origins,
        Variance = a.Variance,
        Subtrahend = a.Subtrahend,
    };

    public static AbstractValue Add(AbstractValue a, AbstractValue b, IOperation? first = null, IOperation? second = null)
    {
        // x + (-max) is x - max, and so is -max + x.
        if (IsSubtracted(b, a))
            return Subtract(a, Negate(b), second);
        if (IsSubtracted(a, b))
            return Subtract(b, Negate(a), first);

        var facts = (a.Facts | b.Facts) & (Shifts | ValueFacts.Negated | ValueFacts.Clamped | ValueFacts.Random | ValueFacts.LogProbability);
        if (IsLogOrConstant(a) && IsLogOrConstant(b))
            facts |= (a.Facts | b.Facts) & ValueFacts.Log;
        if (a.Has(ValueFacts.LogProbability) && b.Has(ValueFacts.LogProbability))
            facts |= ValueFacts.LogJoint;
        else if (a.Has(ValueFacts.LogProbability) ? IsLogOrConstant(b) : IsLogOrConstant(a))
            facts |= (a.Facts | b.Facts) & ValueFacts.LogJoint;
        if (a.IsConstant || b.IsConstant)
            facts |= (a.Facts | b.Facts) & (ValueFacts.Max | ValueFacts.Min | ValueFacts.Mean | ValueFacts.Total);
        if (a.Has(ValueFacts.Scalar) && (b.IsConstant || b.Has(ValueFacts.Scalar)) || b.Has(ValueFacts.Scalar) && a.IsConstant)
            facts |= ValueFacts.Scalar;
        return new AbstractValue { Range = a.Range + b.Range, Facts = facts, Subtrahend = a.Subtrahend ?? b.Subtrahend }.With(SumOrigins(a, b));

        static bool IsSubtracted(AbstractValue negated, AbstractValue other) =>
            negated.Has(ValueFacts.Negated) && !negated.IsConstant && !other.IsConstant && !other.Has(ValueFacts.Negated) && negated.Origins.IsEmpty;
    }

    // What 1 - e^x adds up to is no sum of exponentials.
    public static AbstractValue Subtract(AbstractValue a, AbstractValue b, IOperation? subtrahend = null)
    {
        var facts = a.Facts & (Shifts | ValueFacts.Negated | ValueFacts.Clamped);
        // A mean or a sum bounds nothing, but the largest of several sums does: the outputs of a layer are sums.
        if (!b.IsConstant && (b.Has(ValueFacts.Max) || !b.Has(ValueFacts.Mean | ValueFacts.Total) && b.Origins.IsEmpty))
            facts |= ShiftBy(a, b);
        var shift = (facts & ~a.Facts & Shifts) != 0 ? subtrahend : a.Subtrahend;
        if (IsLogOrConstant(a) && IsLogOrConstant(b))
            facts |= (a.Facts | b.Facts) & ValueFacts.Log;
        // What is subtracted may be the largest of them.
        if (IsLogOrConstant(b))
            facts |= a.Facts & ValueFacts.LogJoint;
        if (b.IsConstant)
            facts |= a.Facts & (ValueFacts.Max | ValueFacts.Min | ValueFacts.Mean | ValueFacts.Total | ValueFacts.Scalar);
        facts |= (a.Facts | b.Facts) & (ValueFacts.LogProbability);
        return new AbstractValue { Range = a.Range - b.Range, Facts = facts, Start = a.Start ?? b.Start, Subtrahend = shift }
            .With(a.Origins.IsEmpty ? [] : a.HasRole(OriginRole.Threshold) ? SumOrigins(a, Drawn(b)) : DifferenceOrigins(a, b));
    }

    public AbstractValue Multiply(AbstractValue a, AbstractValue b, IOperation operation, bool sameOperand)
    {
        var range = sameOperand ? a.Range.Square() : Scale(a, b) ?? Scale(b, a) ?? a.Range * b.Range;
        var facts = Mirror(Weighed(a, b), b) | Mirror(Weighed(b, a), a);
        facts &= Shifts | ValueFacts.Log | ValueFacts.LogProbability | ValueFacts.Max | ValueFacts.Min | ValueFacts.Mean | ValueFacts.Total | ValueFacts.Random;
        if (IsNegative(a) != IsNegative(b))
            facts |= ValueFacts.Negated;
        if (a.Has(ValueFacts.Norm) && b.Has(ValueFacts.Norm))
            facts |= ValueFacts.Norm;
        if (IsScale(a) && IsScale(b) && !(a.IsConstant && b.IsConstant))
            facts |= ValueFacts.Scalar;
        return new AbstractValue { Range = range, Facts = facts, Start = a.Start ?? b.Start, Subtrahend = a.Subtrahend ?? b.Subtrahend }.With(origins.Product(a, b, operation));
    }

    public AbstractValue Divide(AbstractValue a, AbstractValue b, IOperation operation)
    {
        var facts = Mirror(Scaled(a.Facts, a, b), b) & (Shifts | ValueFacts.Log | ValueFacts.LogProbability | ValueFacts.Max | ValueFacts.Min | ValueFacts.Mean | ValueFacts.Total);
        if (IsNegative(a) != IsNegative(b))
            facts |= ValueFacts.Negated;
        if (IsScale(a) && IsScale(b) && !(a.IsConstant && b.IsConstant))
            facts |= ValueFacts.Scalar;
        if (a.Has(ValueFacts.Total))
            facts = facts & ~ValueFacts.Total | ValueFacts.Mean;
        var range = (b.Has(ValueFacts.Norm) || b.Has(ValueFacts.Max) && !b.Has(ValueFacts.Scalar)) && a.Origins.IsEmpty ? Interval.Symmetric : Scale(a, b, isDivision: true) ?? a.Range / b.Range;
        return new AbstractValue { Range = range, Facts = facts, Start = a.Start, Subtrahend = a.Subtrahend }.With(origins.Quotient(a, b, operation));
    }

    public AbstractValue Log(AbstractValue a, IOperation operation)
    {
        origins.Logarithm(a, operation);
        return new AbstractValue { Range = a.Range.Log(), Facts = a.Origins.IsEmpty ? ValueFacts.Log : ValueFacts.Max }.With(OriginTransfer.Logarithm(a));
    }

    // A power of e^x is e to a multiple of x.
    public static AbstractValue Power(AbstractValue a, AbstractValue b) => PowerOf(a, b).With(b.Origins.IsEmpty ? a.In(OriginRole.Term) : []);

    private static AbstractValue PowerOf(AbstractValue a, AbstractValue b)
    {
        if (b.IsConstant && b.Range.Low % 2 == 0)
            return new() { Range = b.Range.Low == 2 ? a.Range.Square() : Interval.NonNegative };
        return new() { Range = a.Range.IsNonNegative ? Interval.NonNegative : Interval.All };
    }

    /// <summary>A rate or a width that is only a name is taken to be positive where the other factor's sign is proven; so is what a square is divided by.</summary>
    private static Interval? Scale(AbstractValue known, AbstractValue scale, bool isDivision = false)
    {
        if (!(scale.Has(ValueFacts.Scalar) || isDivision && scale.Origins.IsEmpty && !scale.Has(ValueFacts.Negated)) || scale.Range.IsInformative
            || !known.Range.IsNonNegative && !known.Range.IsNonPositive)
            return null;
        if (known.IsConstant && known.Range != Interval.Zero)
            return null;
        return known.Range * (scale.Has(ValueFacts.Negated) ? -Interval.NonNegative : Interval.NonNegative);
    }

    private static bool IsNegative(AbstractValue value) => value.IsConstant ? value.Range.High < 0 : value.Has(ValueFacts.Negated);

    private static bool IsScale(AbstractValue value) => value.IsConstant || value.Has(ValueFacts.Scalar);

    private static bool IsLogOrConstant(AbstractValue value) => value.IsConstant || value.Has(ValueFacts.Log);

    // What may be the maximum of the minuend shifts it below zero; a minimum, or being subtracted from the maximum, to the other side.
    private static ValueFacts ShiftBy(AbstractValue a, AbstractValue b)
    {
        var facts = ValueFacts.None;
        if (!MayBeExtremum(b, of: a) && (a.Has(ValueFacts.Scalar) || !MayBeExtremum(a, of: b)) && !a.Has(ValueFacts.Max | ValueFacts.Min))
            return facts;
        if (!b.Has(ValueFacts.Min) || b.Has(ValueFacts.Max))
            facts |= ValueFacts.ShiftedByMaximum;
        if (!b.Has(ValueFacts.Max))
            facts |= ValueFacts.ShiftedByMinimum;
        if (a.Has(ValueFacts.Min))
            facts |= ValueFacts.ShiftedByMaximum;
        if (a.Has(ValueFacts.Max))
            facts |= ValueFacts.ShiftedByMinimum;
        if (!a.Has(ValueFacts.Max | ValueFacts.Min) && !b.Has(ValueFacts.Max | ValueFacts.Min))
            facts |= ValueFacts.ShiftedByGuess;
        return facts;
    }

    // The extremum of a row is one number for all of its elements: it is invariant in the loop over them, and they are neither a constant nor one number themselves.
    private static bool MayBeExtremum(AbstractValue value, AbstractValue of)
    {
        if (value.Has(ValueFacts.Max | ValueFacts.Min))
            return true;
        if (value.IsConstant || of.IsConstant || of.Has(ValueFacts.Scalar) && of.Variance == 0)
            return false;
        return value.Variance == 0 || value.IsInvariantBeside(of);
    }

    // Weights that differ from element to element make another value of each, of which nothing was subtracted.
    private static ValueFacts Scaled(ValueFacts facts, AbstractValue value, AbstractValue factor) => value.IsInvariantBeside(factor) ? facts & ~Shifts : facts;

    // A coefficient that is named for the logarithm it belongs to makes no logarithm of the data.
    private static ValueFacts Weighed(AbstractValue coefficient, AbstractValue data) =>
        Scaled(coefficient.Has(ValueFacts.Scalar) && !IsScale(data) ? coefficient.Facts & ~ValueFacts.LogProbability : coefficient.Facts, coefficient, data);

    private static ValueFacts Mirror(ValueFacts facts, AbstractValue factor) =>
        factor.IsConstant && factor.Range.High < 0 || !factor.IsConstant && factor.Has(ValueFacts.Scalar) && factor.Has(ValueFacts.Negated) ? Mirror(facts) : facts;

    private static ValueFacts Mirror(ValueFacts facts)
    {
        var mirrored = facts & ~(ValueFacts.ShiftedByMaximum | ValueFacts.ShiftedByMinimum | ValueFacts.Max | ValueFacts.Min | ValueFacts.Clamped);
        if ((facts & ValueFacts.ShiftedByMaximum) != 0)
            mirrored |= ValueFacts.ShiftedByMinimum;
        if ((facts & ValueFacts.ShiftedByMinimum) != 0)
            mirrored |= ValueFacts.ShiftedByMaximum;
        if ((facts & ValueFacts.Max) != 0)
            mirrored |= ValueFacts.Min;
        if ((facts & ValueFacts.Min) != 0)
            mirrored |= ValueFacts.Max;
        return mirrored;
    }

    // A draw from which one weight after the other is taken away.
    private static AbstractValue Drawn(AbstractValue weight) =>
        weight with { Origins = ImmutableArray.CreateRange(weight.Origins.Select(static origin => origin.Role == OriginRole.Term ? origin with { Role = OriginRole.Sum } : origin)) };

    // What other exponentials are subtracted from is no sum of all of them, while a sum less one of its terms is one of the rest.
    private static IEnumerable<ExpOrigin> DifferenceOrigins(AbstractValue a, AbstractValue b) =>
        b.Origins.All(origin => a.Origins.Any(other => ReferenceEquals(other.Site, origin.Site)))
            ? a.HasRole(OriginRole.Sum) ? a.In(OriginRole.Sum) : SumOrigins(a, b)
            : a.Origins.Select(static origin => origin.Role is OriginRole.Term or OriginRole.Offset ? origin with { Role = OriginRole.Mixed } : origin);

    private static IEnumerable<ExpOrigin> SumOrigins(AbstractValue a, AbstractValue b)
    {
        if (a.Origins.IsEmpty && b.Origins.IsEmpty)
            return [];
        if (a.Origins.IsEmpty || b.Origins.IsEmpty)
        {
            var (traced, other) = a.Origins.IsEmpty ? (b, a) : (a, b);
            if (IsScale(other))
                traced = traced.Floored();
            return other.Range == Interval.Zero ? traced.Origins
                : traced.Origins.Select(origin => origin.Role == OriginRole.Term ? origin with { Role = other.IsConstant ? OriginRole.Offset : OriginRole.Mixed } : origin);
        }

        // Several exponentials written out are a sum; e^x + e^-x is a hyperbolic cosine, and e^x a - e^x b is e^x times something.
        var sites = a.Origins.Concat(b.Origins).Select(static origin => origin.Site).Distinct().ToList();
        var role = sites.Count == 1 ? OriginRole.Term : sites.Count == 2 && sites[0].IsReciprocalOf(sites[1]) ? OriginRole.Mixed : OriginRole.Sum;
        return a.Origins.Concat(b.Origins).Select(origin => origin.Role == OriginRole.Term || origin.Role is OriginRole.Offset or OriginRole.Mixed && role == OriginRole.Sum ? origin with { Role = role } : origin);
    }
}
