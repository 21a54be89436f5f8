using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Recognition;

/// <summary>The closed range a real value is known to lie in. What is not known is [-inf, +inf].</summary>
internal readonly record struct Interval(double Low, double High)
{
    public static readonly Interval All = new(double.NegativeInfinity, double.PositiveInfinity);
    public static readonly Interval NonNegative = new(0, double.PositiveInfinity);
    public static readonly Interval Zero = new(0, 0);
    public static readonly Interval Unit = new(0, 1);
    public static readonly Interval Symmetric = new(-1, 1);

    public bool IsPoint => Low == High;
    public bool IsNonNegative => Low >= 0;
    public bool IsNonPositive => High <= 0;

    /// <summary>Whether something is known of it at all.</summary>
    public bool IsInformative => !double.IsNegativeInfinity(Low) || !double.IsPositiveInfinity(High);

    public static Interval Point(double value) => double.IsNaN(value) ? All : new(value, value);

    /// <summary>The numbers that a type has.</summary>
    public static Interval Of(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64 => NonNegative,
        _ => All,
    };

    public Interval Join(Interval other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    public Interval Meet(Interval other)
    {
        var (low, high) = (Math.Max(Low, other.Low), Math.Min(High, other.High));
        return low <= high ? new(low, high) : this;
    }

    /// <summary>A bound that moved from one iteration of a loop to the next goes on moving.</summary>
    public Interval Widen(Interval next) => new(
        next.Low < Low ? (next.Low >= 0 ? 0 : double.NegativeInfinity) : Low,
        next.High > High ? (next.High <= 0 ? 0 : double.PositiveInfinity) : High);

    public Interval Abs() => IsNonNegative ? this
        : IsNonPositive ? -this
        : new(0, Math.Max(-Low, High));

    public Interval Square()
    {
        var abs = Abs();
        return new(abs.Low * abs.Low, abs.High * abs.High);
    }

    public Interval Exp() => new(Math.Exp(Low), Math.Exp(High));

    public Interval Log() => new(Low <= 0 ? double.NegativeInfinity : Math.Log(Low), High <= 0 ? double.PositiveInfinity : Math.Log(High));

    public static Interval Min(Interval a, Interval b) => new(Math.Min(a.Low, b.Low), Math.Min(a.High, b.High));

    public static Interval Max(Interval a, Interval b) => new(Math.Max(a.Low, b.Low), Math.Max(a.High, b.High));

    public static Interval operator -(Interval a) => new(-a.High, -a.Low);

    public static Interval operator +(Interval a, Interval b) => new(a.Low + b.Low, a.High + b.High);

    public static Interval operator -(Interval a, Interval b) => a + -b;

    public static Interval operator *(Interval a, Interval b)
    {
        double p = Times(a.Low, b.Low), q = Times(a.Low, b.High), r = Times(a.High, b.Low), s = Times(a.High, b.High);
        return new(Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)));

        // A bound is a limit, never reached when it is infinite: zero times it is zero.
        static double Times(double x, double y) => x == 0 || y == 0 ? 0 : x * y;
    }

    public static Interval operator /(Interval a, Interval b) => a * b.Reciprocal();

    private Interval Reciprocal() => Low > 0 || High < 0 ? new(1 / High, 1 / Low)
        : Low == 0 && High > 0 ? new(1 / High, double.PositiveInfinity)
        : High == 0 && Low < 0 ? new(double.NegativeInfinity, 1 / Low)
        : All;
}
