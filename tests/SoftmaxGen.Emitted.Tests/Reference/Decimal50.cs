using System.Globalization;
using System.Numerics;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Reference;

/// <summary>Published values as they are printed: fifty significant digits.</summary>
internal static class Decimal50
{
    public static BigFloat Parse(string text)
    {
        int mark = text.IndexOf('e');
        string digits = mark < 0 ? text : text[..mark];
        int exponent = mark < 0 ? 0 : int.Parse(text[(mark + 1)..], CultureInfo.InvariantCulture);
        int point = digits.IndexOf('.');
        if (point >= 0)
            exponent -= digits.Length - point - 1;

        BigFloat mantissa = new(BigInteger.Parse(digits.Replace(".", ""), CultureInfo.InvariantCulture), 0);
        BigFloat power = new(BigInteger.Pow(10, Math.Abs(exponent)), 0);
        return exponent < 0 ? mantissa / power : mantissa * power;
    }

    /// <summary>The two agree to the last printed digit but two.</summary>
    public static void AssertEqual(string expected, BigFloat actual)
    {
        BigFloat parsed = Parse(expected);
        BigFloat tolerance = BigFloat.Abs(parsed) / new BigFloat(BigInteger.Pow(10, 48), 0);
        Assert.True(BigFloat.Abs(actual - parsed) <= tolerance, $"expected {expected}, got {actual}");
    }
}
