using System.Numerics;

namespace SoftmaxGen.Reference;

/// <summary>
/// A binary floating-point number with 256 bits and no limit on the exponent that matters here: the value is Mantissa * 2^Exponent.
/// Every operation truncates its exact result to 256 bits, a relative error below 2^-255.
/// </summary>
public readonly struct BigFloat : IComparable<BigFloat>, IEquatable<BigFloat>
{
    public const int Precision = 256;

    public static readonly BigFloat Zero;
    public static readonly BigFloat One = new(BigInteger.One, 0);

    public BigFloat(BigInteger mantissa, int exponent)
    {
        int excess = (int)BigInteger.Abs(mantissa).GetBitLength() - Precision;
        Mantissa = excess > 0 ? mantissa >> excess : mantissa;
        Exponent = mantissa.IsZero ? 0 : excess > 0 ? exponent + excess : exponent;
    }

    public BigInteger Mantissa { get; }

    public int Exponent { get; }

    public int Sign => Mantissa.Sign;

    /// <summary>The exponent of the binade: 2^Binade &lt;= |value| &lt; 2^(Binade + 1).</summary>
    public int Binade => Exponent + (int)BigInteger.Abs(Mantissa).GetBitLength() - 1;

    public static implicit operator BigFloat(int value) => new(value, 0);

    /// <summary>The exact value of a finite number.</summary>
    public static implicit operator BigFloat(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "Only a finite number has an exact value.");

        ulong bits = BitConverter.DoubleToUInt64Bits(value);
        long fraction = (long)(bits & 0x000F_FFFF_FFFF_FFFF);
        int biased = (int)(bits >> 52) & 0x7FF;
        if (biased != 0)
            fraction |= 1L << 52;
        return new(value < 0 ? -fraction : fraction, Math.Max(biased, 1) - 1075);
    }

    public static BigFloat operator -(BigFloat value) => new(-value.Mantissa, value.Exponent);

    public static BigFloat operator -(BigFloat left, BigFloat right) => left + -right;

    public static BigFloat operator +(BigFloat left, BigFloat right)
    {
        if (left.Sign == 0 || right.Sign == 0)
            return left.Sign == 0 ? right : left;

        (BigFloat high, BigFloat low) = left.Binade >= right.Binade ? (left, right) : (right, left);
        if (high.Binade - low.Binade > 2 * Precision)
            return high;

        int exponent = Math.Min(high.Exponent, low.Exponent);
        return new((high.Mantissa << (high.Exponent - exponent)) + (low.Mantissa << (low.Exponent - exponent)), exponent);
    }

    public static BigFloat operator *(BigFloat left, BigFloat right) =>
        new(left.Mantissa * right.Mantissa, left.Exponent + right.Exponent);

    public static BigFloat operator /(BigFloat left, BigFloat right)
    {
        int shift = Math.Max(0, Precision + 2 + (int)(BigInteger.Abs(right.Mantissa).GetBitLength() - BigInteger.Abs(left.Mantissa).GetBitLength()));
        return new((left.Mantissa << shift) / right.Mantissa, left.Exponent - right.Exponent - shift);
    }

    public static bool operator <(BigFloat left, BigFloat right) => left.CompareTo(right) < 0;

    public static bool operator >(BigFloat left, BigFloat right) => left.CompareTo(right) > 0;

    public static bool operator <=(BigFloat left, BigFloat right) => left.CompareTo(right) <= 0;

    public static bool operator >=(BigFloat left, BigFloat right) => left.CompareTo(right) >= 0;

    public static bool operator ==(BigFloat left, BigFloat right) => left.CompareTo(right) == 0;

    public static bool operator !=(BigFloat left, BigFloat right) => left.CompareTo(right) != 0;

    public static BigFloat Abs(BigFloat value) => new(BigInteger.Abs(value.Mantissa), value.Exponent);

    public int CompareTo(BigFloat other) => (this - other).Sign;

    public bool Equals(BigFloat other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is BigFloat other && Equals(other);

    public override int GetHashCode() => Rounding.ToDouble(this).GetHashCode();

    public override string ToString() => Rounding.ToDouble(this).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
