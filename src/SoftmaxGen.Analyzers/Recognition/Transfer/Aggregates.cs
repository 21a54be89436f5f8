namespace SoftmaxGen.Recognition;

/// <summary>What many values give together.</summary>
internal static class Aggregates
{
    public static Value Sum(Value value)
    {
        var range = value.Range.IsNonNegative ? Interval.NonNegative : value.Range.IsNonPositive ? -Interval.NonNegative : Interval.All;
        var facts = value.Facts & Facts.Log | (value.Traces.IsEmpty ? Facts.Total : Facts.None);
        return new Value { Range = range, Facts = facts }.With(value.Traces
            .Where(trace => trace.Role != Role.Quotient)
            .Select(static trace => trace.Role is Role.Term or Role.Offset or Role.Mixed ? trace with { Role = Role.Sum } : trace.Role == Role.Ratio ? trace with { Role = Role.RatioSum } : trace));
    }

    public static Value Extremum(bool isMax, Value value) =>
        new() { Range = value.Range, Facts = isMax ? Facts.Max : Facts.Min };

    /// <summary>The larger or smaller of two: a running extremum, or a bound that is a constant.</summary>
    public static Value Extremum(bool isMax, Value a, Value b)
    {
        var facts = a.Facts | b.Facts;
        if (!a.IsConstant && !b.IsConstant)
            facts |= isMax ? Facts.Max : Facts.Min;
        else if (!isMax)
            facts |= Facts.Clamped;
        var isBound = a.IsConstant || a.Has(Facts.Scalar) || b.IsConstant || b.Has(Facts.Scalar);
        var value = a.Join(b) with
        {
            Range = isMax ? Interval.Max(a.Range, b.Range) : Interval.Min(a.Range, b.Range),
            Facts = facts,
            Address = null,
        };
        return isBound && isMax ? value.Floored() : value;
    }

    public static Value Clamp(List<Value> operands)
    {
        var value = operands[0];
        for (var i = 1; i < operands.Count && operands.Count >= 3; i++)
        {
            if (operands.Count - i == 2)
                value = value with { Range = Interval.Max(value.Range, operands[i].Range) };
            else if (operands.Count - i == 1)
                value = value with { Range = Interval.Min(value.Range, operands[i].Range) };
        }

        return value.Floored().Add(Facts.Clamped).Copy();
    }
}
