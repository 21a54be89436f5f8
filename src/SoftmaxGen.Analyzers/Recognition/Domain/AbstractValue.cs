using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Recognition;

/// <summary>What is known of a value, or of every element of a collection.</summary>
internal sealed record AbstractValue
{
    private const int MaxOrigins = 12;

    public static readonly AbstractValue Unknown = new();
    public static readonly AbstractValue Scalar = new() { Facts = ValueFacts.Scalar };
    public static readonly AbstractValue NonNegative = new() { Range = Interval.NonNegative };

    public Interval Range { get; init; } = Interval.All;
    public ValueFacts Facts { get; init; }
    public ImmutableArray<ExpOrigin> Origins { get; init; } = ImmutableArray<ExpOrigin>.Empty;

    /// <summary>The object a reference leads to.</summary>
    public AbstractLocation? Address { get; init; }

    /// <summary>The constant that a running maximum started at, where the data need not reach it.</summary>
    public IOperation? Start { get; init; }

    /// <summary>What a delegate calls.</summary>
    public Callable? Callable { get; init; }

    /// <summary>The parts of a tuple.</summary>
    public ImmutableArray<AbstractValue> Elements { get; init; } = ImmutableArray<AbstractValue>.Empty;

    /// <summary>The enclosing loops in which it is loop-variant, a bit for each: from one iteration to the next it differs.</summary>
    public ulong Variance { get; init; }

    /// <summary>What was subtracted where the value became <see cref="ValueFacts.ShiftedByMaximum"/> or <see cref="ValueFacts.ShiftedByMinimum"/>.</summary>
    public IOperation? Subtrahend { get; init; }

    public bool IsConstant => Range.IsPoint;

    public static AbstractValue Constant(double value) => new() { Range = Interval.Point(value) };

    public static AbstractValue In(Interval range) => new() { Range = range };

    public bool Has(ValueFacts fact) => (Facts & fact) != 0;

    public bool HasRole(OriginRole role)
    {
        foreach (var origin in Origins)
            if (origin.Role == role)
                return true;
        return false;
    }

    public IEnumerable<ExpOrigin> In(OriginRole role) => Origins.Where(origin => origin.Role == role);

    public AbstractValue WithFacts(ValueFacts facts) => facts == Facts ? this : this with { Facts = facts };

    public AbstractValue Add(ValueFacts facts) => WithFacts(Facts | facts);

    /// <summary>The same value where more of the enclosing loops change it.</summary>
    public AbstractValue Vary(ulong loops) => (Variance | loops) == Variance ? this : this with
    {
        Variance = Variance | loops,
        Elements = Elements.IsEmpty ? Elements : ImmutableArray.CreateRange(Elements, element => element.Vary(loops)),
    };

    /// <summary>The same value after a loop: there it is invariant, whatever changed it.</summary>
    public AbstractValue Settle(ulong loop) => (Variance & loop) == 0 ? this : this with
    {
        Variance = Variance & ~loop,
        Elements = Elements.IsEmpty ? Elements : ImmutableArray.CreateRange(Elements, element => element.Settle(loop)),
    };

    /// <summary>Whether some enclosing loop changes the other value and not this one.</summary>
    public bool IsInvariantBeside(AbstractValue other) => (other.Variance & ~Variance) != 0;

    /// <summary>The same number elsewhere: without the identity of the object it came from.</summary>
    public AbstractValue Copy() => Address is null ? this : this with { Address = null };

    public AbstractValue With(IEnumerable<ExpOrigin> origins) => Limit(origins) is var limited && limited == Origins ? this : this with { Origins = limited };

    /// <summary>The same value with a floor under it: the logarithm of a probability of 0 is none of an underflow.</summary>
    public AbstractValue Floored() => HasRole(OriginRole.Quotient) ? With(Origins.Where(static origin => origin.Role != OriginRole.Quotient)) : this;

    public AbstractValue Join(AbstractValue other) => Merge(other, Range.Join(other.Range));

    public AbstractValue Widen(AbstractValue next) => Merge(next, Range.Widen(next.Range));

    private AbstractValue Merge(AbstractValue other, Interval range)
    {
        if (ReferenceEquals(this, other))
            return this;

        return new()
        {
            Range = range,
            Facts = Facts | other.Facts,
            Origins = Origins.IsEmpty ? other.Origins : other.Origins.IsEmpty ? Origins : Limit(Origins.Concat(other.Origins)),
            Address = Address ?? other.Address,
            Start = Start ?? other.Start,
            Variance = Variance | other.Variance,
            Subtrahend = Subtrahend ?? other.Subtrahend,
            Callable = Callable ?? other.Callable,
            Elements = Elements.IsEmpty ? other.Elements
                : other.Elements.IsEmpty ? Elements
                : Elements.Length == other.Elements.Length
                ? ImmutableArray.CreateRange(Elements.Zip(other.Elements, (a, b) => a.Join(b)))
                : ImmutableArray<AbstractValue>.Empty,
        };
    }

    // Most values have none, and the others few.
    private static ImmutableArray<ExpOrigin> Limit(IEnumerable<ExpOrigin> origins)
    {
        ImmutableArray<ExpOrigin>.Builder? limited = null;
        foreach (var origin in origins)
        {
            limited ??= ImmutableArray.CreateBuilder<ExpOrigin>();
            if (!limited.Contains(origin))
                limited.Add(origin);
            if (limited.Count == MaxOrigins)
                break;
        }

        return limited is null ? ImmutableArray<ExpOrigin>.Empty : limited.ToImmutable();
    }
}

/// <summary>What a delegate calls: a lambda with its body, or a method that may or may not be in sight.</summary>
internal sealed record Callable(IOperation Operation, IMethodSymbol? Method, string Name, IOperation? Receiver);
