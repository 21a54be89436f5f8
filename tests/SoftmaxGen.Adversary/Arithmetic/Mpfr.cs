using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftmaxGen.Adversary.Arithmetic;

/// <summary>
/// A number of GNU MPFR with 256 bits, whose functions are correctly rounded: the reference here, which shares nothing with that of the other tests.
/// The limbs are in the struct itself, so that nothing is to be freed.
/// </summary>
internal unsafe struct Mpfr : IReal<Mpfr>
{
    private const int Precision = 256;
    private const int Limbs = Precision / 64;
    private const int Nearest = 0;
    private const int LowestExponent = -10_000;

    // MPFR's own mark of a zero; a default struct has sign 0 and stands for 0, too.
    private static readonly nint ZeroExponent = nint.MinValue + 1;

    private int sign;
    private nint exponent;
    private fixed ulong limbs[Limbs];

    public readonly int Binade => (int)exponent - 1;

    public readonly bool IsZero => sign == 0 || exponent == ZeroExponent;

    public readonly bool IsNegative => sign < 0 && !IsZero;

    public static Mpfr From(double value)
    {
        Mpfr result = default;
        Header to = new(result.limbs);
        MpfrLibrary.SetDouble(&to, value, Nearest);
        return result.With(to);
    }

    public static Mpfr operator +(Mpfr left, Mpfr right) => Apply(MpfrLibrary.Add, left, right);

    public static Mpfr operator -(Mpfr left, Mpfr right) => Apply(MpfrLibrary.Subtract, left, right);

    public static Mpfr operator -(Mpfr value)
    {
        value.sign = -value.sign;
        return value;
    }

    public static Mpfr operator *(Mpfr left, Mpfr right) => Apply(MpfrLibrary.Multiply, left, right);

    public static Mpfr operator /(Mpfr left, Mpfr right) => Apply(MpfrLibrary.Divide, left, right);

    public static Mpfr Exp(Mpfr x, int exponent) => x.ToDouble() < LowestExponent ? default : Scale(Apply(MpfrLibrary.Exp, x), exponent);

    public static Mpfr Log1p(Mpfr x) => Apply(MpfrLibrary.Log1p, x);

    public static Mpfr Scale(Mpfr value, int exponent)
    {
        if (!value.IsZero)
            value.exponent += exponent;
        return value;
    }

    public readonly double ToDouble()
    {
        Mpfr copy = this;
        Header from = copy.Lend(copy.limbs);
        return MpfrLibrary.GetDouble(&from, Nearest);
    }

    private static Mpfr Apply(delegate* unmanaged[Cdecl]<Header*, Header*, int, int> function, Mpfr value)
    {
        Mpfr result = default;
        Header from = value.Lend(value.limbs), to = new(result.limbs);
        function(&to, &from, Nearest);
        return result.With(to);
    }

    private static Mpfr Apply(delegate* unmanaged[Cdecl]<Header*, Header*, Header*, int, int> function, Mpfr left, Mpfr right)
    {
        Mpfr result = default;
        Header first = left.Lend(left.limbs), second = right.Lend(right.limbs), to = new(result.limbs);
        function(&to, &first, &second, Nearest);
        return result.With(to);
    }

    private readonly Header Lend(ulong* at) => sign == 0 ? new(at) { Exponent = ZeroExponent } : new(at) { Sign = sign, Exponent = exponent };

    private readonly Mpfr With(Header header)
    {
        Mpfr result = this;
        result.sign = header.Sign;
        result.exponent = header.Exponent;
        return result;
    }

    /// <summary>mpfr_t, as mpfr.h lays it out.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Header(ulong* limbs)
    {
        public nint Precision = Mpfr.Precision;
        public int Sign = 1;
        public nint Exponent = ZeroExponent;
        public ulong* Limbs = limbs;
    }
}
