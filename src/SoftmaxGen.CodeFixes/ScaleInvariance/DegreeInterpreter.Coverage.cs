using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <content>Which of the exponentials get into a sum: all that the maximum is taken of, or only some.</content>
internal sealed partial class DegreeInterpreter
{
    private const int MaxLoops = 63;

    private readonly Dictionary<string, int> _numbers = [];
    private readonly Dictionary<string, ulong> _bitsOfCounters = [];
    private readonly List<(SyntaxNode Syntax, ulong Bit)> _repeated = [];
    private readonly Dictionary<uint, ImmutableHashSet<(IOperation, bool)>> _conditionsOf = [];
    private ImmutableHashSet<(IOperation Condition, bool Outcome)> _conditions = ImmutableHashSet<(IOperation, bool)>.Empty;
    private bool _hasJumped;
    private ulong _open, _innermost;
    private uint _lost;

    // More loops than there are bits share the last one, as if they were one loop.
    private ulong Bit(IOperation loop, CountedLoop? counted)
    {
        var id = Id(loop);
        if (!_numbers.TryGetValue(id, out var number))
        {
            number = Math.Min(_numbers.Count, MaxLoops);
            _numbers.Add(id, number);
            _repeated.Add((loop.Syntax, 1UL << number));
        }

        if (counted is not null)
            _bitsOfCounters[counted.Counter] = 1UL << number;
        return 1UL << number;
    }

    private Degree OfExponential(SyntaxNode exponential)
    {
        if (!code.Counted.TryGetValue(exponential, out var counted))
            return Degree.OfExponential(0, 0);
        _conditionsOf[counted.Group] = _conditionsOf.TryGetValue(counted.Group, out var before) ? before.Intersect(_conditions) : _conditions;
        var loops = _repeated.Where(loop => (loop.Bit & _open) != 0 && counted.Range.Span.Contains(loop.Syntax.Span) && loop.Syntax.Span.Contains(exponential.Span));
        return Degree.OfExponential(counted.Group, loops.Aggregate(0UL, static (all, loop) => all | loop.Bit));
    }

    /// <summary>What of a value is there whenever its exponentials are: not on a condition that they are not taken on, and not overwritten.</summary>
    private Degree Unconditional(Degree degree, Degree old = default) =>
        degree.Coverage.IsTerm ? degree.WithCoverage(degree.Coverage.WithoutTerms(Conditional() & ~old.Coverage.Terms)) : degree;

    // The exponentials that may be taken where the present code is not run.
    private uint Conditional() => _conditionsOf.Where(one => !_conditions.IsSubsetOf(one.Value)).Aggregate(_lost, static (all, one) => all | one.Key);

    private Func<Coverage, Coverage, Coverage> Accumulation(IOperation sum)
    {
        var (open, conditional, isAccumulated) = (_open, Conditional(), IsAccumulated(sum));
        return (a, b) => Coverage.Add(a, b, open, isAccumulated && !(sum is ICompoundAssignmentOperation && a.IsTerm), conditional);
    }

    // sum += e; sum = sum + e; max = Math.Max(max, e); (sum, e) => sum + e
    private static bool IsAccumulated(IOperation sum)
    {
        if (sum is ICompoundAssignmentOperation or IIncrementOrDecrementOperation)
            return true;
        var outer = sum.Parent;
        while (outer is IConversionOperation or IParenthesizedOperation)
            outer = outer.Parent;
        var names = sum.Syntax.ChildNodes().Concat((sum as IInvocationOperation)?.Arguments.Select(static argument => argument.Value.Syntax) ?? []).Select(static operand => operand.ToString());
        return outer is ISimpleAssignmentOperation { Target.Syntax: var target } ? names.Contains(target.ToString())
            : outer is IReturnOperation && sum.Descendants().Any(static operand => operand is IParameterReferenceOperation { Parameter: { Ordinal: 0, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.LambdaMethod, Parameters.Length: 2 } } });
    }

    private DegreeValue Unconditional(DegreeValue value) => value.Degree.Coverage.IsTerm ? value with { Degree = Unconditional(value.Degree) }
        : value.Fields is { } fields && fields.Values.Any(static field => field.Degree.Coverage.IsTerm) ? DegreeValue.OfFields(fields.Select(field => new KeyValuePair<string, DegreeValue>(field.Key, Unconditional(field.Value))))
        : value;

    private DegreeValue On(IOperation condition, bool outcome, Func<DegreeValue> evaluate)
    {
        var before = _conditions;
        _conditions = before.Add((condition, outcome));
        var value = Unconditional(evaluate());
        _conditions = before;
        return value;
    }

    private void Lose(Degree old, Degree value) => _lost |= old.Coverage.Terms & ~value.Coverage.Terms & ~value.Coverage.Sums;

    /// <summary>One element of many.</summary>
    private static DegreeValue One(DegreeValue value) => value.Degree.Coverage.IsTerm ? value with { Degree = value.Degree.Plain() } : value;

    /// <summary>Each element of a collection, in the loop that goes through it.</summary>
    private DegreeValue Each(DegreeValue value, Reference list)
    {
        if (!value.Degree.Coverage.IsTerm)
            return value;
        return list.IsWhole && !list.Path.Contains('[') ? value with { Degree = value.Degree.WithCoverage(value.Degree.Coverage with { Loops = _innermost }) } : One(value);
    }

    /// <summary>An element that is read by its index: the one that was just stored, or each in turn.</summary>
    private DegreeValue WithLoop(DegreeValue value, Reference place)
    {
        var coverage = value.Degree.Coverage;
        if (!coverage.IsTerm || _state is null || _state.At(place.Object).Cell(place.Path) is not null)
            return value;
        if (place.Path.Contains('*'))
            return One(value);
        var loops = _loops.Where(loop => place.Path.Contains(loop.Counter)).Aggregate(0UL, (all, loop) => all | BitOf(loop));
        return value with { Degree = value.Degree.WithCoverage(coverage with { Loops = loops }) };
    }

    /// <summary>What is stored for each iteration, in a place of its own; or, of a sum, in one place for all.</summary>
    private Degree Stored(Degree degree, Reference place)
    {
        var (coverage, path) = (degree.Coverage, place.Path);
        if (coverage.IsTerm)
        {
            var isFound = path.Contains("[*]") || path.Contains("{assigned ") || path.Contains("{variable ")
                || _numbers.Values.Select(static number => 1UL << number).Where(bit => (bit & coverage.Loops) != 0).All(bit => _loops.Any(loop => BitOf(loop) == bit && IndexExpression.IsInjective(path, loop.Counter)));
            return isFound ? degree : degree.Plain();
        }

        // sums[label[i]] += e[i];
        return coverage.Sums != 0 && path.Contains('[') && (path.Contains('*') || path.Contains("{assigned ") || _loops.Any(loop => (BitOf(loop) & ~coverage.Loops) != 0 && path.Contains(loop.Counter))) ? degree.Plain() : degree;
    }

    private ulong BitOf(CountedLoop loop) => _bitsOfCounters.TryGetValue(loop.Counter, out var bit) ? bit : 0;

    private bool IsOfAll(Degree sum) => sum.Power > 0 && sum.Coverage.IsOf(code.All);

    /// <summary>A sum that is divided by, or that the logarithm is taken of, must not underflow where it did not before.</summary>
    private Degree RequireAll(Degree sum, IOperation where)
    {
        if (sum.Power > 0 && !IsOfAll(sum))
            Disprove("a sum that some exponentials may not be in", where);
        return sum;
    }
}
