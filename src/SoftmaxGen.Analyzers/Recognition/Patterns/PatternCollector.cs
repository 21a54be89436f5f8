using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Recognition;

/// <summary>Collects where exponentials meet their own sum while a member is interpreted.</summary>
internal sealed class PatternCollector
{
    private readonly HashSet<(PatternKind Kind, ExponentialSite First, ExponentialSite Second, IOperation End)> _meetings = new();

    private readonly HashSet<(ExponentialSite Site, IOperation Subtraction)> _outside = new();

    private readonly HashSet<(ExponentialSite One, ExponentialSite Other)> _factors = new();

    /// <summary>Where an operation stands in the analysed member; null: it and all it works on are inside a helper, which is analysed for itself.</summary>
    public Func<IOperation, IOperation> InAnalysedMember { get; set; } = static operation => operation;

    public ImmutableArray<SoftmaxPattern> Patterns()
    {
        var patterns = ImmutableArray.CreateBuilder<SoftmaxPattern>();
        foreach (var kind in _meetings.GroupBy(meeting => meeting.Kind))
        {
            var groups = new List<(HashSet<ExponentialSite> Sites, List<IOperation> Ends)>();
            foreach (var (_, first, second, end) in kind)
            {
                var touching = groups.FindAll(group => IsPartOf(group.Sites, first) || IsPartOf(group.Sites, second));
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

    private bool IsPartOf(HashSet<ExponentialSite> sites, ExponentialSite site) =>
        sites.Contains(site) || _factors.Any(pair => pair.One == site && sites.Contains(pair.Other) || pair.Other == site && sites.Contains(pair.One));

    /// <summary>Notes that two exponentials are factors of one term: what they end in is one pattern.</summary>
    public void RecordFactors(ExponentialSite one, ExponentialSite other) => _factors.Add((one, other));

    /// <summary>Where a maximum is subtracted from an exponential, and not from its exponent.</summary>
    private IEnumerable<IOperation> ShiftsOutside(SoftmaxPattern pattern) =>
        _outside.Where(shift => pattern.Sites.Contains(shift.Site)).Select(static shift => shift.Subtraction).Distinct();

    /// <summary>Whether a maximum is subtracted from an exponential: it shifts nothing, and leaves the exponential what it is.</summary>
    public bool IsShiftOutside(AbstractValue a, AbstractValue b, IOperation operation)
    {
        if (!b.Has(ValueFacts.Max) || !b.Origins.IsEmpty || !a.HasRole(OriginRole.Term))
            return false;
        foreach (var origin in a.In(OriginRole.Term))
            _outside.Add((origin.Site, InAnalysedMember(operation)));
        return true;
    }

    /// <summary>Notes that exponentials meet in an operation.</summary>
    public void Record(PatternKind kind, ExponentialSite first, ExponentialSite second, IOperation operation)
    {
        var end = InAnalysedMember(operation);
        var isInsideHelper = end != operation && first.Operation == end && second.Operation == end;
        if (!isInsideHelper)
            _meetings.Add((kind, first, second, end));
    }
}
