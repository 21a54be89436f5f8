using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Recognition;

/// <summary>What becomes of the exponentials in the operands of an operation. Where some meet their own sum, the <see cref="PatternCollector"/> is told.</summary>
internal sealed class OriginTransfer(PatternCollector collector)
{
    /// <summary>The origins of a / b.</summary>
    public IEnumerable<ExpOrigin> Quotient(AbstractValue a, AbstractValue b, IOperation operation)
    {
        if (b.Origins.IsEmpty)
            return Weigh(a, b);

        // Over the largest of them, terms are no probabilities, and are terms still.
        if (b.Has(ValueFacts.Max | ValueFacts.Min))
            return a.Origins;
        if (AreApart(a, b))
            return [];

        var result = new List<ExpOrigin>();
        foreach (var divisor in b.Origins)
        {
            foreach (var numerator in a.Origins)
            {
                if (divisor.Role == OriginRole.Sum && TryRecord(PatternKind.Softmax, numerator, divisor, operation))
                {
                    // (e^x + c) over the sum is no probability that underflows.
                    if (numerator.Role is OriginRole.Term or OriginRole.Sum)
                        result.Add(numerator with { Role = OriginRole.Quotient, IsOfSeveral = numerator.Role == OriginRole.Sum });
                }
                else if (divisor is { Role: OriginRole.Offset, IsWeighted: false } && numerator.Role == OriginRole.Term && numerator.Site.HasSameArgumentAs(divisor.Site) && !IsPartOfSum(divisor, b))
                    collector.Record(PatternKind.Sigmoid, numerator.Site, divisor.Site, operation);
                else if (divisor.Role == OriginRole.Term && numerator.Role == OriginRole.Term && ReferenceEquals(numerator.Site, divisor.Site))
                    result.Add(numerator with { Role = OriginRole.Ratio });
            }

            if (a.Origins.IsEmpty && divisor.Role == OriginRole.Sum)
                result.Add(divisor with { Role = OriginRole.Reciprocal });
            if (a.Origins.IsEmpty && divisor.Role == OriginRole.RatioSum)
            {
                collector.Record(PatternKind.Softmax, divisor.Site, divisor.Site, operation);
                result.Add(divisor with { Role = OriginRole.Quotient });
            }
        }

        return result;
    }

    // (e^a + e^b) / (e^c + e^d) has no exponential in both: it is no part of a whole.
    private static bool AreApart(AbstractValue a, AbstractValue b)
    {
        var (above, below) = (WrittenOut(a), WrittenOut(b));
        return above.Count > 1 && below.Count > 1 && !above.Exists(site => below.Exists(site.HasSameArgumentAs));

        static List<ExponentialSite> WrittenOut(AbstractValue sum) => [.. sum.In(OriginRole.Sum).Select(static origin => origin.Site).Distinct()];
    }

    // A sum over a collection is one exponential after the first iteration of its loop.
    private static bool IsPartOfSum(ExpOrigin offset, AbstractValue sum) => sum.In(OriginRole.Sum).Any(origin => ReferenceEquals(origin.Site, offset.Site));

    /// <summary>The origins of a b.</summary>
    public IEnumerable<ExpOrigin> Product(AbstractValue a, AbstractValue b, IOperation operation)
    {
        if (a.Origins.IsEmpty || b.Origins.IsEmpty)
        {
            var (traced, factor) = a.Origins.IsEmpty ? (b, a) : (a, b);
            return factor.Has(ValueFacts.Random) ? traced.Origins.Select(Draw) : Weigh(traced, factor);
        }

        var result = new List<ExpOrigin>();
        foreach (var (one, other) in Pairs(a, b))
        {
            if (one.Role == OriginRole.Quotient && other.Role == OriginRole.Logarithm && one.Site.HasSameArgumentAs(other.Site))
                collector.Record(PatternKind.Entropy, one.Site, other.Site, operation);
            else if (other.Role == OriginRole.Reciprocal && TryRecord(PatternKind.Softmax, one, other, operation))
                result.Add(one with { Role = OriginRole.Quotient, IsOfSeveral = one.Role == OriginRole.Sum });
            else if (one.Role is OriginRole.Term or OriginRole.Sum)
                result.Add(one with { IsWeighted = one.IsWeighted || other.IsWeighted });
        }

        if (a.HasRole(OriginRole.Term) && b.HasRole(OriginRole.Term) && a.Origins.Concat(b.Origins).Select(static origin => origin.Site).Distinct().Skip(1).Any())
            return OfFactors(a.In(OriginRole.Term).Concat(b.In(OriginRole.Term)).ToList(), operation);

        // e_i times the sum, as in the quotient rule: a term still.
        return result.Any(origin => origin.Role == OriginRole.Term) ? result.Where(origin => origin.Role != OriginRole.Sum) : result;

        static ExpOrigin Draw(ExpOrigin origin) => origin.Role == OriginRole.Sum ? origin with { Role = OriginRole.Threshold } : origin;
    }

    // The product of two exponentials is neither of them. Where both are written out in it, it is a term of both, each a weight of the other.
    private List<ExpOrigin> OfFactors(List<ExpOrigin> terms, IOperation product)
    {
        if (!terms.TrueForAll(term => product.Syntax.Span.Contains(term.Site.Operation.Syntax.Span)))
            return [];
        for (var i = 1; i < terms.Count; i++)
            collector.RecordFactors(terms[0].Site, terms[i].Site);
        return terms.ConvertAll(static term => term with { IsWeighted = true });
    }

    /// <summary>The origins of log a: a logarithm by itself is no exponential any more.</summary>
    public static IEnumerable<ExpOrigin> Logarithm(AbstractValue a) =>
        a.Range.Low > 0 ? [] : a.In(OriginRole.Quotient).Select(static origin => origin with { Role = OriginRole.Logarithm });

    /// <summary>Notes of what a logarithm is taken. That of the probability of several, such as of all but one, is no element of a log-softmax.</summary>
    public void Logarithm(AbstractValue a, IOperation operation)
    {
        foreach (var origin in a.Origins)
        {
            if (origin.Role == OriginRole.Sum)
                collector.Record(PatternKind.LogSumExp, a.In(OriginRole.Sum).First().Site, origin.Site, operation);
            else if (origin is { Role: OriginRole.Quotient, IsOfSeveral: false })
                collector.Record(PatternKind.LogSoftmax, origin.Site, origin.Site, operation);
        }
    }

    /// <summary>A running sum compared with a random part of the whole: the draw of a roulette, a softmax without a division.</summary>
    public void Comparison(AbstractValue a, AbstractValue b, IOperation operation)
    {
        foreach (var (one, other) in Pairs(a, b).Concat(Pairs(a, a)).Concat(Pairs(b, b)))
        {
            if (other.Role == OriginRole.Threshold && one.Role == OriginRole.Sum && !one.IsWeighted && !other.IsWeighted)
                TryRecord(PatternKind.Softmax, one, other, operation);
        }
    }

    private bool TryRecord(PatternKind kind, ExpOrigin one, ExpOrigin sum, IOperation operation)
    {
        if (one.Role is not (OriginRole.Term or OriginRole.Sum or OriginRole.Offset or OriginRole.Mixed))
            return false;

        // The exponential taken again need not be written the same way, but then both have to be bare: a ratio of differently weighted
        // sums of discount factors is no softmax, while a sum of x e^x over one of e^x is the mean under a softmax.
        var isSame = ReferenceEquals(one.Site, sum.Site);
        if (!isSame && (sum.IsWeighted || one.Role is OriginRole.Offset or OriginRole.Mixed || one.IsWeighted && !(one.Role == OriginRole.Sum && one.Site.HasSameArgumentAs(sum.Site))))
            return false;
        // Where all of it happens in helpers, one that takes the exponentials and one that divides, it has to be plain.
        var end = collector.InAnalysedMember(operation);
        if (end != operation && one.Site.Exp != one.Site.Operation && one.IsWeighted)
            return false;
        collector.Record(kind, one.Site, sum.Site, operation);
        return true;
    }

    private static IEnumerable<ExpOrigin> Weigh(AbstractValue traced, AbstractValue factor) =>
        factor.IsConstant || factor.Has(ValueFacts.Scalar)
            ? traced.Origins
            : traced.Origins.Select(static origin => origin with { IsWeighted = true });

    private static IEnumerable<(ExpOrigin One, ExpOrigin Other)> Pairs(AbstractValue a, AbstractValue b)
    {
        foreach (var x in a.Origins)
        {
            foreach (var y in b.Origins)
            {
                yield return (x, y);
                yield return (y, x);
            }
        }
    }
}
