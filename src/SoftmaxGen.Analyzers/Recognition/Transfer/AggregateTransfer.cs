namespace SoftmaxGen.Recognition;

/// <summary>What many values give together.</summary>
internal static class AggregateTransfer
{
    public static AbstractValue Sum(AbstractValue value)
    {
        var range = value.Range.IsNonNegative ? Interval.NonNegative : value.Range.IsNonPositive ? -Interval.NonNegative : Interval.All;
        var facts = value.Facts & ValueFacts.Log | (value.Origins.IsEmpty ? ValueFacts.Total : ValueFacts.None);
        return new AbstractValue { Range = range, Facts = facts }.With(value.Origins
            .Where(origin => origin.Role != OriginRole.Quotient)
            .Select(static origin => origin.Role is OriginRole.Term or OriginRole.Offset or OriginRole.Mixed ? origin with { Role = OriginRole.Sum } : origin.Role == OriginRole.Ratio ? origin with { Role = OriginRole.RatioSum } : origin));
    }

    public static AbstractValue Extremum(bool isMax, AbstractValue value) =>
        new() { Range = value.Range, Facts = isMax ? ValueFacts.Max : ValueFacts.Min };

    /// <summary>The larger or smaller of two: a running extremum, or a bound that is a constant.</summary>
    public static AbstractValue Extremum(bool isMax, AbstractValue a, AbstractValue b)
    {
        var facts = a.Facts | b.Facts;
        if (!a.IsConstant && !b.IsConstant)
            facts |= isMax ? ValueFacts.Max : ValueFacts.Min;
        else if (!isMax)
            facts |= ValueFacts.Clamped;
        var isBound = a.IsConstant || a.Has(ValueFacts.Scalar) || b.IsConstant || b.Has(ValueFacts.Scalar);
        var value = a.Join(b) with
        {
            Range = isMax ? Interval.Max(a.Range, b.Range) : Interval.Min(a.Range, b.Range),
            Facts = facts,
            Address = null,
        };
        return isBound && isMax ? value.Floored() : value;
    }

    public static AbstractValue Clamp(List<AbstractValue> operands)
    {
        var value = operands[0];
        for (var i = 1; i < operands.Count && operands.Count >= 3; i++)
        {
            if (operands.Count - i == 2)
                value = value with { Range = Interval.Max(value.Range, operands[i].Range) };
            else if (operands.Count - i == 1)
                value = value with { Range = Interval.Min(value.Range, operands[i].Range) };
        }

        return value.Floored().Add(ValueFacts.Clamped).Copy();
    }
}
