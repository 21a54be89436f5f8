namespace SoftmaxGen.Adversary.Arithmetic;

/// <summary>
/// Numbers that the exact results are computed in: formulas stand once, and are run in fast double-double arithmetic to look for large errors,
/// and in 256 bits to be sure of those that were found.
/// </summary>
internal interface IReal<TSelf>
    where TSelf : struct, IReal<TSelf>
{
    /// <summary>The exponent of the binade of a number that is not 0: 2^Binade &lt;= |value| &lt; 2^(Binade + 1).</summary>
    int Binade { get; }

    bool IsZero { get; }

    bool IsNegative { get; }

    /// <summary>The exact value of a finite number.</summary>
    static abstract TSelf From(double value);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf value);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>e^x 2^exponent for x &lt;= 0; 0 where x is below -10,000.</summary>
    static abstract TSelf Exp(TSelf x, int exponent);

    /// <summary>log(1 + x) for x >= 0, relatively accurate.</summary>
    static abstract TSelf Log1p(TSelf x);

    /// <summary>value 2^exponent.</summary>
    static abstract TSelf Scale(TSelf value, int exponent);

    double ToDouble();
}

internal static class Real
{
    public static TReal Abs<TReal>(TReal value)
        where TReal : struct, IReal<TReal> => value.IsNegative ? -value : value;
}
