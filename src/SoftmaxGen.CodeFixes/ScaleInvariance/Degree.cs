namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <summary>
/// The abstract domain: how a value scales when all shifted exponentials are multiplied by one common positive factor c. A value of degree d becomes c^d times itself.
/// </summary>
/// <remarks>
/// The lattice is Bottom, below Zero, below Any, below the integers (none of which is below another), below Unknown. Invariant is the integer 0.
/// Zero is homogeneous of every degree: 0 is c^d times itself for each d, which is why a sum may start from it. So is whatever there is on a path that the code takes
/// only where there is no exponential that is not 0: c may as well be 1 there. That is Any.
/// </remarks>
internal readonly record struct Degree
{
    private readonly Kind _kind;

    private Degree(Kind kind, int power = 0, Coverage coverage = default) => (_kind, Power, Coverage) = (kind, power, coverage);

    private enum Kind
    {
        Bottom,
        Zero,
        Any,
        Known,
        Unknown,
    }

    /// <summary>No value gets here.</summary>
    public static Degree Bottom => default;

    public static Degree Zero => ZeroIn(0);

    public static Degree Invariant => new(Kind.Known);

    public static Degree Unknown => new(Kind.Unknown);

    public int Power { get; }

    /// <summary>Which of the exponentials are in it; only of what has a positive degree, or is zero.</summary>
    public Coverage Coverage { get; }

    public bool IsBottom => _kind == Kind.Bottom;

    public bool IsZero => _kind == Kind.Zero;

    public bool IsUnknown => _kind == Kind.Unknown;

    /// <summary>Whether the value is the same after the shift.</summary>
    public bool IsInvariant => _kind < Kind.Known || _kind == Kind.Known && Power == 0;

    private bool IsKnown => _kind == Kind.Known;

    public static Degree Of(int power) => new(Kind.Known, power);

    /// <summary>Zero, in some loops.</summary>
    public static Degree ZeroIn(ulong loops) => new(Kind.Zero, coverage: Coverage.Start(loops));

    public static Degree OfExponential(uint group, ulong loops) => new(Kind.Known, 1, Coverage.OfExponential(group, loops));

    public Degree WithCoverage(Coverage coverage) => IsKnown && Power > 0 ? new(Kind.Known, Power, coverage) : this;

    /// <summary>The same degree, of what nothing else is known of.</summary>
    public Degree Plain() => WithCoverage(default);

    /// <summary>What it is where the factor is 1.</summary>
    public Degree OfEveryDegree() => IsKnown ? new(Kind.Any) : this;

    /// <summary>What it is for another factor.</summary>
    public Degree Renew() => _kind == Kind.Any ? Invariant : IsInvariant ? this : Unknown;

    /// <summary>The least degree that describes both.</summary>
    public Degree Join(Degree other)
    {
        if (IsZero && other.IsZero)
            return ZeroIn(Coverage.Loops | other.Coverage.Loops);
        if (_kind < Kind.Known || other._kind < Kind.Known)
            return _kind < other._kind ? other.Since(this) : Since(other);
        return HasPowerOf(other) ? new(Kind.Known, Power, Coverage.Join(other.Coverage)) : Unknown;
    }

    // A sum that may have been set to zero again.
    private Degree Since(Degree zero) => zero.IsZero && Coverage.Sums != 0 ? WithCoverage(Coverage with { Loops = Coverage.Loops | zero.Coverage.Loops }) : this;

    /// <summary>a + b, a - b and the larger of both: of one degree, or of none.</summary>
    public Degree Add(Degree other, Func<Coverage, Coverage, Coverage> add)
    {
        if (IsBottom || other.IsBottom)
            return Bottom;
        var sum = Join(other);
        return sum.WithCoverage(add(Coverage, other.Coverage));
    }

    public Degree Multiply(Degree other)
    {
        if (IsBottom || other.IsBottom)
            return Bottom;
        if (_kind < Kind.Known || other._kind < Kind.Known)
            return IsZero || other.IsZero ? Zero : new(Kind.Any);
        return IsKnown && other.IsKnown ? Of(Power + other.Power).WithCoverage(Coverage.Multiply(other.Coverage)) : Unknown;
    }

    public Degree Divide(Degree other)
    {
        if (IsBottom || other.IsBottom)
            return Bottom;

        // Infinity and NaN have no scale either.
        if (other._kind < Kind.Known)
            return IsUnknown ? Unknown : new(Kind.Any);
        return other.IsUnknown ? Unknown : IsKnown ? Of(Power - other.Power) : this;
    }

    public Degree Raise(int exponent) => IsKnown ? Of(Power * exponent).WithCoverage(Coverage.WithoutTerms(uint.MaxValue)) : this;

    public Degree Root(int index) => IsKnown && Power % index != 0 ? Unknown : IsKnown ? Of(Power / index) : this;

    public bool HasPowerOf(Degree other) => IsKnown && other.IsKnown && Power == other.Power;

    public override string ToString() => IsKnown ? $"{Power}" : $"{_kind}";
}
