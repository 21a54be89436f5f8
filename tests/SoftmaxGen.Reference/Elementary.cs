using System.Numerics;

namespace SoftmaxGen.Reference;

/// <summary>exp and log with a relative error below 2^-200, each by the shortest textbook route.</summary>
public static class Elementary
{
    /// <summary>Beyond this magnitude e^x is zero or infinite in every format at hand, by a wide margin.</summary>
    private const int ExpLimit = 1 << 20;

    // Fixed point. Squaring doubles the error 12 times and k * ln 2 multiplies it by 2^21 at most: 2^-255 is left.
    private const int FractionBits = 288;
    private const int Squarings = 12;

    // |r| / 2^12 < 2^-13.5: the next term, r^16/16!, is below 2^-260.
    private const int TaylorTerms = 15;

    // 2^-30 to the 9th power is below 2^-256.
    private const int Log1pTerms = 9;
    private const int Log1pBinade = -30;

    private static readonly BigInteger FixedOne = BigInteger.One << FractionBits;

    // Machin-like: ln 2 = 18 artanh(1/26) - 2 artanh(1/4801) + 8 artanh(1/8749).
    private static readonly BigInteger FixedLn2 = (18 * ArTanhOfInverse(26)) - (2 * ArTanhOfInverse(4801)) + (8 * ArTanhOfInverse(8749));

    private static readonly BigInteger[] FixedInverseFactorials = InverseFactorials();

    public static BigFloat Ln2 { get; } = new(FixedLn2, -FractionBits);

    public static BigFloat Exp(BigFloat x)
    {
        if (x <= -ExpLimit)
            return BigFloat.Zero;
        if (x >= ExpLimit)
            throw new OverflowException("e^x is beyond every format at hand.");

        // x = k ln 2 + r, |r| <= ln 2 / 2
        int k = (int)Math.Round(Rounding.ToDouble(x) / Math.Log(2));
        BigInteger r = ToFixed(x) - (k * FixedLn2);

        // e^r = (e^(r / 2^12))^(2^12), the inner one by its Taylor series
        r >>= Squarings;
        BigInteger e = FixedInverseFactorials[TaylorTerms];
        for (int n = TaylorTerms - 1; n >= 0; n--)
            e = (e * r >> FractionBits) + FixedInverseFactorials[n];
        for (int i = 0; i < Squarings; i++)
            e = e * e >> FractionBits;

        return new(e, k - FractionBits);
    }

    public static BigFloat Log(BigFloat x)
    {
        if (x.Sign <= 0)
            throw new ArgumentOutOfRangeException(nameof(x));

        // A first value from double arithmetic; what it lacks, log(x / e^first), is tiny and comes from the series.
        double leading = Rounding.ToDouble(new BigFloat(x.Mantissa, x.Exponent - x.Binade));
        BigFloat first = x.Binade is 0 or -1 ? Math.Log(Rounding.ToDouble(x)) : Math.Log(leading) + (x.Binade * Math.Log(2));
        return first + Log1pSeries((x * Exp(-first)) - 1);
    }

    /// <summary>log(1 + x), relatively accurate for the tiniest x too.</summary>
    public static BigFloat Log1p(BigFloat x) => x.Sign == 0 || x.Binade < Log1pBinade ? Log1pSeries(x) : Log(1 + x);

    private static BigFloat Log1pSeries(BigFloat x)
    {
        // x (1 - x (1/2 - x (1/3 - ...)))
        BigFloat sum = BigFloat.Zero;
        for (int n = Log1pTerms; n > 0; n--)
            sum = (BigFloat.One / n) - (x * sum);
        return x * sum;
    }

    private static BigInteger ToFixed(BigFloat x)
    {
        int shift = x.Exponent + FractionBits;
        return shift >= 0 ? x.Mantissa << shift : x.Mantissa >> -shift;
    }

    private static BigInteger[] InverseFactorials()
    {
        var inverses = new BigInteger[TaylorTerms + 1];
        inverses[0] = FixedOne;
        for (int n = 1; n <= TaylorTerms; n++)
            inverses[n] = inverses[n - 1] / n;
        return inverses;
    }

    private static BigInteger ArTanhOfInverse(int n)
    {
        BigInteger power = (BigInteger.One << FractionBits) / n;
        BigInteger sum = BigInteger.Zero;
        for (int k = 1; !power.IsZero; k += 2, power /= n * n)
            sum += power / k;
        return sum;
    }
}
