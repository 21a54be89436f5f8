using System.Runtime.CompilerServices;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Adversary.Arithmetic;

/// <summary>
/// An unevaluated sum of two doubles (T. J. Dekker, A floating-point technique for extending the available precision, 1971): some 100 bits
/// in a range of 2^-900 to 2^1000, at a hundredth of the cost of 256. It finds where to look; what it says of an error is not the last word.
/// </summary>
internal readonly struct DoubleDouble(double high, double low) : IReal<DoubleDouble>
{
    private const int LowestExponent = -1050;

    // e^x = 2^(n / 1024) e^r with |r| <= ln 2 / 2048.
    private const int Entries = 1024;
    private const double EntriesPerLn2 = Entries * 1.4426950408889634;

    // ln 2 / 1024 in three parts, the first two of 32 bits: their products with n are exact.
    private static readonly double StepHigh = Leading(Elementary.Ln2 / Entries, 32);
    private static readonly double StepMiddle = Leading((Elementary.Ln2 / Entries) - StepHigh, 32);
    private static readonly double StepLow = Rounding.ToDouble((Elementary.Ln2 / Entries) - StepHigh - StepMiddle);

    private static readonly DoubleDouble[] Powers = [.. Enumerable.Range(0, Entries).Select(i => Of(Elementary.Exp(i * Elementary.Ln2 / Entries)))];

    private static readonly DoubleDouble Sixth = Of(BigFloat.One / 6);
    private static readonly DoubleDouble Third = Of(BigFloat.One / 3);
    private static readonly DoubleDouble Fifth = Of(BigFloat.One / 5);

    public double High { get; } = high;

    public double Low { get; } = low;

    public int Binade => Math.ILogB(High) - (Low != 0 && double.IsNegative(Low) != double.IsNegative(High) && (BitConverter.DoubleToInt64Bits(High) & ((1L << 52) - 1)) == 0 ? 1 : 0);

    public bool IsZero => High == 0;

    public bool IsNegative => High < 0;

    public static DoubleDouble From(double value) => new(value, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble operator +(DoubleDouble left, DoubleDouble right)
    {
        DoubleDouble high = TwoSum(left.High, right.High), low = TwoSum(left.Low, right.Low);
        high = FastTwoSum(high.High, high.Low + low.High);
        return FastTwoSum(high.High, high.Low + low.Low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble operator -(DoubleDouble left, DoubleDouble right) => left + -right;

    public static DoubleDouble operator -(DoubleDouble value) => new(-value.High, -value.Low);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble operator *(DoubleDouble left, DoubleDouble right)
    {
        double high = left.High * right.High;
        double low = Math.FusedMultiplyAdd(left.High, right.High, -high);
        return FastTwoSum(high, low + Math.FusedMultiplyAdd(left.High, right.Low, left.Low * right.High));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble operator /(DoubleDouble left, DoubleDouble right)
    {
        double first = left.High / right.High;
        DoubleDouble rest = left - (right * From(first));
        double second = rest.High / right.High;
        rest -= right * From(second);
        DoubleDouble quotient = FastTwoSum(first, second);
        return quotient + From(rest.High / right.High);
    }

    public static DoubleDouble Exp(DoubleDouble x, int exponent)
    {
        if (!(x.High > LowestExponent))
            return default;

        double n = Math.Round(x.High * EntriesPerLn2);
        DoubleDouble r = TwoSum(x.High - (n * StepHigh), -(n * StepMiddle));
        r = FastTwoSum(r.High, r.Low + (x.Low - (n * StepLow)));

        // e^r - 1 = r + r^2 / 2 + r^3 / 6 + r^4 (1/24 + r/120 + r^2/720 + r^3/5040); the last is below 2^-50.
        DoubleDouble square = r * r;
        double h = r.High;
        double end = square.High * square.High * ((1.0 / 24) + (h * ((1.0 / 120) + (h * ((1.0 / 720) + (h * (1.0 / 5040)))))));
        DoubleDouble e = r + new DoubleDouble(square.High / 2, square.Low / 2) + ((square * r * Sixth) + From(end));

        int whole = (int)n;
        DoubleDouble power = Powers[whole & (Entries - 1)];
        return Scale(power + (power * e), (whole >> 10) + exponent);
    }

    public static DoubleDouble Log1p(DoubleDouble x)
    {
        if (x.High < 1.0 / 1024)
        {
            // 2 artanh(z) = 2 (z + z^3/3 + z^5/5 + ...), z = x / (2 + x) below 2^-11
            DoubleDouble z = x / (From(2) + x), square = z * z;
            double h = square.High;
            DoubleDouble tail = (square * Third) + (square * square * Fifth) + From(h * h * h * ((1.0 / 7) + (h * ((1.0 / 9) + (h / 11)))));
            DoubleDouble half = z + (z * tail);
            return new(2 * half.High, 2 * half.Low);
        }

        // One step of Newton's method from a double, of third order.
        DoubleDouble value = From(1) + x;
        DoubleDouble first = From(Math.Log(value.High));
        DoubleDouble rest = (value * Exp(-first, 0)) - From(1);
        return first + (rest - (rest * rest * From(0.5)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble Scale(DoubleDouble value, int exponent)
    {
        if (exponent is >= -1022 and <= 1023)
        {
            double power = BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
            return new(value.High * power, value.Low * power);
        }

        return new(Math.ScaleB(value.High, exponent), Math.ScaleB(value.Low, exponent));
    }

    public double ToDouble() => High;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleDouble TwoSum(double a, double b)
    {
        double sum = a + b, part = sum - a;
        return new(sum, (a - (sum - part)) + (b - part));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleDouble FastTwoSum(double a, double b)
    {
        double sum = a + b;
        return new(sum, b - (sum - a));
    }

    private static DoubleDouble Of(BigFloat value)
    {
        double high = Rounding.ToDouble(value);
        return new(high, Rounding.ToDouble(value - high));
    }

    private static double Leading(BigFloat value, int bits)
    {
        int drop = (int)value.Mantissa.GetBitLength() - bits;
        return Rounding.ToDouble(new BigFloat(value.Mantissa >> drop, value.Exponent + drop));
    }
}
