using SoftmaxGen.Reference;

namespace SoftmaxGen.Adversary.Arithmetic;

/// <summary>The arithmetic of the other tests' reference, for where there is no MPFR.</summary>
internal readonly struct BigReal(BigFloat value) : IReal<BigReal>
{
    private const int LowestExponent = -10_000;

    private BigFloat Value { get; } = value;

    public int Binade => Value.Binade;

    public bool IsZero => Value.Sign == 0;

    public bool IsNegative => Value.Sign < 0;

    public static BigReal From(double value) => new(value);

    public static BigReal operator +(BigReal left, BigReal right) => new(left.Value + right.Value);

    public static BigReal operator -(BigReal left, BigReal right) => new(left.Value - right.Value);

    public static BigReal operator -(BigReal value) => new(-value.Value);

    public static BigReal operator *(BigReal left, BigReal right) => new(left.Value * right.Value);

    public static BigReal operator /(BigReal left, BigReal right) => new(left.Value / right.Value);

    public static BigReal Exp(BigReal x, int exponent) => x.Value < LowestExponent ? default : Scale(new(Elementary.Exp(x.Value)), exponent);

    public static BigReal Log1p(BigReal x) => new(Elementary.Log1p(x.Value));

    public static BigReal Scale(BigReal value, int exponent) => new(new BigFloat(value.Value.Mantissa, value.Value.Exponent + exponent));

    public double ToDouble() => Rounding.ToDouble(Value);
}
