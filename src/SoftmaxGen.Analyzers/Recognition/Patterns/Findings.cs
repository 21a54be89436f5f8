using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Recognition;

/// <summary>Collects where exponentials meet their own sum while a member is interpreted.</summary>
internal sealed class Findings
{
    private readonly HashSet<(PatternKind Kind, ExpSite First, ExpSite Second, IOperation End)> _meetings = new();

    private readonly HashSet<(ExpSite Site, IOperation Subtraction)> _outside = new();

    /// <summary>Where an operation stands in the analysed member; null: it and all it works on are inside a helper, which is analysed for itself.</summary>
    public Func<IOperation, IOperation> InAnalysedMember { get; set; } = static operation => operation;

    public ImmutableArray<SoftmaxPattern> Patterns()
    {
        var patterns = ImmutableArray.CreateBuilder<SoftmaxPattern>();
        foreach (var kind in _meetings.GroupBy(meeting => meeting.Kind))
        {
            var groups = new List<(HashSet<ExpSite> Sites, List<IOperation> Ends)>();
            foreach (var (_, first, second, end) in kind)
            {
                var touching = groups.FindAll(group => group.Sites.Contains(first) || group.Sites.Contains(second));
                groups.RemoveAll(touching.Contains);
                groups.Add((new(touching.SelectMany(group => group.Sites)) { first, second }, touching.SelectMany(group => group.Ends).Append(end).Distinct().ToList()));
            }

            patterns.AddRange(groups.Where(static group => group.Sites.Count > 1 || !group.Sites.Single().IsFactor).Select(group => new SoftmaxPattern(
                kind.Key,
                ImmutableArray.CreateRange(group.Sites.OrderBy(site => !site.IsShownInMember).ThenBy(site => site.Syntax.SpanStart)),
                ImmutableArray.CreateRange(group.Ends.OrderBy(end => end.Syntax.SpanStart)))));
        }

        for (var i = 0; i < patterns.Count; i++)
            patterns[i] = patterns[i] with { ShiftsOutside = ImmutableArray.CreateRange(ShiftsOutside(patterns[i])) };
        return patterns.ToImmutable();
    }

    /// <summary>Where a maximum is subtracted from an exponential, and not from its exponent.</summary>
    private IEnumerable<IOperation> ShiftsOutside(SoftmaxPattern pattern) =>
        _outside.Where(shift => pattern.Sites.Contains(shift.Site)).Select(static shift => shift.Subtraction).Distinct();

    /// <summary>Whether a maximum is subtracted from an exponential: it shifts nothing, and leaves the exponential what it is.</summary>
    public bool IsShiftOutside(Value a, Value b, IOperation operation)
    {
        if (!b.Has(Facts.Max) || !b.Traces.IsEmpty || !a.HasRole(Role.Term))
            return false;
        foreach (var trace in a.In(Role.Term))
            _outside.Add((trace.Site, InAnalysedMember(operation)));
        return true;
    }

    /// <summary>The traces of a / b.</summary>
    public IEnumerable<Trace> QuotientTraces(Value a, Value b, IOperation operation)
    {
        if (b.Traces.IsEmpty)
            return Weigh(a, b);

        // Over the largest of them, terms are no probabilities, and are terms still.
        if (b.Has(Facts.Max | Facts.Min))
            return a.Traces;
        if (AreApart(a, b))
            return [];

        var result = new List<Trace>();
        foreach (var divisor in b.Traces)
        {
            foreach (var numerator in a.Traces)
            {
                if (divisor.Role == Role.Sum && Meet(PatternKind.Softmax, numerator, divisor, operation))
                    result.Add(numerator with { Role = Role.Quotient });
                else if (divisor.Role == Role.Offset && numerator.Role == Role.Term && numerator.Site.HasSameArgumentAs(divisor.Site) && !IsPartOfSum(divisor, b))
                    Record(PatternKind.Sigmoid, numerator.Site, divisor.Site, operation);
                else if (divisor.Role == Role.Term && numerator.Role == Role.Term && ReferenceEquals(numerator.Site, divisor.Site))
                    result.Add(numerator with { Role = Role.Ratio });
            }

            if (a.Traces.IsEmpty && divisor.Role == Role.Sum)
                result.Add(divisor with { Role = Role.Reciprocal });
            if (a.Traces.IsEmpty && divisor.Role == Role.RatioSum)
            {
                Record(PatternKind.Softmax, divisor.Site, divisor.Site, operation);
                result.Add(divisor with { Role = Role.Quotient });
            }
        }

        return result;
    }

    // (e^a + e^b) / (e^c + e^d) has no exponential in both: it is no part of a whole.
    private static bool AreApart(Value a, Value b)
    {
        var (above, below) = (WrittenOut(a), WrittenOut(b));
        return above.Count > 1 && below.Count > 1 && !above.Exists(site => below.Exists(site.HasSameArgumentAs));

        static List<ExpSite> WrittenOut(Value sum) => [.. sum.In(Role.Sum).Select(static trace => trace.Site).Distinct()];
    }

    // A sum over a collection is one exponential after the first turn of its loop.
    private static bool IsPartOfSum(Trace offset, Value sum) => sum.In(Role.Sum).Any(trace => ReferenceEquals(trace.Site, offset.Site));

    /// <summary>The traces of a b.</summary>
    public IEnumerable<Trace> ProductTraces(Value a, Value b, IOperation operation)
    {
        if (a.Traces.IsEmpty || b.Traces.IsEmpty)
        {
            var (traced, factor) = a.Traces.IsEmpty ? (b, a) : (a, b);
            return factor.Has(Facts.Random) ? traced.Traces.Select(Draw) : Weigh(traced, factor);
        }

        var result = new List<Trace>();
        foreach (var (one, other) in Pairs(a, b))
        {
            if (one.Role == Role.Quotient && other.Role == Role.Logarithm && one.Site.HasSameArgumentAs(other.Site))
                Record(PatternKind.Entropy, one.Site, other.Site, operation);
            else if (other.Role == Role.Reciprocal && Meet(PatternKind.Softmax, one, other, operation))
                result.Add(one with { Role = Role.Quotient });
            else if (one.Role is Role.Term or Role.Sum)
                result.Add(one with { IsWeighted = one.IsWeighted || other.IsWeighted });
        }

        // The product of two exponentials is neither of them.
        if (a.HasRole(Role.Term) && b.HasRole(Role.Term) && a.Traces.Concat(b.Traces).Select(static trace => trace.Site).Distinct().Skip(1).Any())
            return [];

        // e_i times the sum, as in the quotient rule: a term still.
        return result.Any(trace => trace.Role == Role.Term) ? result.Where(trace => trace.Role != Role.Sum) : result;

        static Trace Draw(Trace trace) => trace.Role == Role.Sum ? trace with { Role = Role.Threshold } : trace;
    }

    /// <summary>The traces of log a: a logarithm by itself is no exponential any more.</summary>
    public static IEnumerable<Trace> LogarithmTraces(Value a) =>
        a.Range.Low > 0 ? [] : a.In(Role.Quotient).Select(static trace => trace with { Role = Role.Logarithm });

    public void Logarithm(Value a, IOperation operation)
    {
        foreach (var trace in a.Traces)
        {
            if (trace.Role == Role.Sum)
                Record(PatternKind.LogSumExp, a.In(Role.Sum).First().Site, trace.Site, operation);
            else if (trace.Role == Role.Quotient)
                Record(PatternKind.LogSoftmax, trace.Site, trace.Site, operation);
        }
    }

    /// <summary>A running sum compared with a random part of the whole: the draw of a roulette, a softmax without a division.</summary>
    public void Comparison(Value a, Value b, IOperation operation)
    {
        foreach (var (one, other) in Pairs(a, b).Concat(Pairs(a, a)).Concat(Pairs(b, b)))
        {
            if (other.Role == Role.Threshold && one.Role == Role.Sum && !one.IsWeighted && !other.IsWeighted)
                Meet(PatternKind.Softmax, one, other, operation);
        }
    }

    private bool Meet(PatternKind kind, Trace one, Trace sum, IOperation operation)
    {
        if (one.Role is not (Role.Term or Role.Sum or Role.Offset or Role.Mixed))
            return false;

        // The exponential taken again need not be written the same way, but then both have to be bare: a ratio of differently weighted
        // sums of discount factors is no softmax, while a sum of x e^x over one of e^x is the mean under a softmax.
        var isSame = ReferenceEquals(one.Site, sum.Site);
        if (!isSame && (sum.IsWeighted || one.Role is Role.Offset or Role.Mixed || one.IsWeighted && !(one.Role == Role.Sum && one.Site.HasSameArgumentAs(sum.Site))))
            return false;
        // Where all of it happens in helpers, one that takes the exponentials and one that divides, it has to be plain.
        var end = InAnalysedMember(operation);
        if (end != operation && one.Site.Exp != one.Site.Operation && one.IsWeighted)
            return false;
        Record(kind, one.Site, sum.Site, operation);
        return true;
    }

    private void Record(PatternKind kind, ExpSite first, ExpSite second, IOperation operation)
    {
        var end = InAnalysedMember(operation);
        var isInsideHelper = end != operation && first.Operation == end && second.Operation == end;
        if (!isInsideHelper)
            _meetings.Add((kind, first, second, end));
    }

    private static IEnumerable<Trace> Weigh(Value traced, Value factor) =>
        factor.IsConstant || factor.Has(Facts.Scalar)
            ? traced.Traces
            : traced.Traces.Select(static trace => trace with { IsWeighted = true });

    private static IEnumerable<(Trace One, Trace Other)> Pairs(Value a, Value b)
    {
        foreach (var x in a.Traces)
        {
            foreach (var y in b.Traces)
            {
                yield return (x, y);
                yield return (y, x);
            }
        }
    }
}
