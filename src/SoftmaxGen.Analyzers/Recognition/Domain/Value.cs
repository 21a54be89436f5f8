using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Recognition;

/// <summary>What is known of a value, or of every element of a collection.</summary>
internal sealed record Value
{
    private const int MaxTraces = 12;

    public static readonly Value Unknown = new();
    public static readonly Value Scalar = new() { Facts = Facts.Scalar };
    public static readonly Value NonNegative = new() { Range = Interval.NonNegative };

    public Interval Range { get; init; } = Interval.All;
    public Facts Facts { get; init; }
    public ImmutableArray<Trace> Traces { get; init; } = ImmutableArray<Trace>.Empty;

    /// <summary>The object a reference leads to.</summary>
    public Location? Address { get; init; }

    /// <summary>The constant that a running maximum started at, where the data need not reach it.</summary>
    public IOperation? Start { get; init; }

    /// <summary>What a delegate calls.</summary>
    public Callable? Callable { get; init; }

    /// <summary>The parts of a tuple.</summary>
    public ImmutableArray<Value> Elements { get; init; } = ImmutableArray<Value>.Empty;

    /// <summary>The enclosing loops in which it is loop-variant, a bit for each: from one iteration to the next it differs.</summary>
    public ulong Variance { get; init; }

    /// <summary>What was subtracted where the value became <see cref="Facts.Below"/> or <see cref="Facts.Above"/>.</summary>
    public IOperation? Subtrahend { get; init; }

    public bool IsConstant => Range.IsPoint;

    public static Value Constant(double value) => new() { Range = Interval.Point(value) };

    public static Value In(Interval range) => new() { Range = range };

    public bool Has(Facts fact) => (Facts & fact) != 0;

    public bool HasRole(Role role)
    {
        foreach (var trace in Traces)
            if (trace.Role == role)
                return true;
        return false;
    }

    public IEnumerable<Trace> In(Role role) => Traces.Where(trace => trace.Role == role);

    public Value WithFacts(Facts facts) => facts == Facts ? this : this with { Facts = facts };

    public Value Add(Facts facts) => WithFacts(Facts | facts);

    /// <summary>The same value where more of the enclosing loops change it.</summary>
    public Value Vary(ulong loops) => (Variance | loops) == Variance ? this : this with
    {
        Variance = Variance | loops,
        Elements = Elements.IsEmpty ? Elements : ImmutableArray.CreateRange(Elements, element => element.Vary(loops)),
    };

    /// <summary>The same value after a loop: there it is invariant, whatever changed it.</summary>
    public Value Settle(ulong loop) => (Variance & loop) == 0 ? this : this with
    {
        Variance = Variance & ~loop,
        Elements = Elements.IsEmpty ? Elements : ImmutableArray.CreateRange(Elements, element => element.Settle(loop)),
    };

    /// <summary>Whether some enclosing loop changes the other value and not this one.</summary>
    public bool IsInvariantBeside(Value other) => (other.Variance & ~Variance) != 0;

    /// <summary>The same number elsewhere: without the identity of the object it came from.</summary>
    public Value Copy() => Address is null ? this : this with { Address = null };

    public Value With(IEnumerable<Trace> traces) => Limit(traces) is var limited && limited == Traces ? this : this with { Traces = limited };

    /// <summary>The same value with a floor under it: the logarithm of a probability of 0 is none of an underflow.</summary>
    public Value Floored() => HasRole(Role.Quotient) ? With(Traces.Where(static trace => trace.Role != Role.Quotient)) : this;

    public Value Join(Value other) => Merge(other, Range.Join(other.Range));

    public Value Widen(Value next) => Merge(next, Range.Widen(next.Range));

    private Value Merge(Value other, Interval range)
    {
        if (ReferenceEquals(this, other))
            return this;

        return new()
        {
            Range = range,
            Facts = Facts | other.Facts,
            Traces = Traces.IsEmpty ? other.Traces : other.Traces.IsEmpty ? Traces : Limit(Traces.Concat(other.Traces)),
            Address = Address ?? other.Address,
            Start = Start ?? other.Start,
            Variance = Variance | other.Variance,
            Subtrahend = Subtrahend ?? other.Subtrahend,
            Callable = Callable ?? other.Callable,
            Elements = Elements.IsEmpty ? other.Elements
                : other.Elements.IsEmpty ? Elements
                : Elements.Length == other.Elements.Length
                ? ImmutableArray.CreateRange(Elements.Zip(other.Elements, (a, b) => a.Join(b)))
                : ImmutableArray<Value>.Empty,
        };
    }

    // Most values have none, and the others few.
    private static ImmutableArray<Trace> Limit(IEnumerable<Trace> traces)
    {
        ImmutableArray<Trace>.Builder? limited = null;
        foreach (var trace in traces)
        {
            limited ??= ImmutableArray.CreateBuilder<Trace>();
            if (!limited.Contains(trace))
                limited.Add(trace);
            if (limited.Count == MaxTraces)
                break;
        }

        return limited is null ? ImmutableArray<Trace>.Empty : limited.ToImmutable();
    }
}

/// <summary>What a delegate calls: a lambda with its body, or a method that may or may not be in sight.</summary>
internal sealed record Callable(IOperation Operation, IMethodSymbol? Method, string Name, IOperation? Receiver);
