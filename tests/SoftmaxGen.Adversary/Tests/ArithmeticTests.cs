using SoftmaxGen.Adversary.Arithmetic;
using SoftmaxGen.Adversary.Inputs;
using Xunit;

namespace SoftmaxGen.Adversary.Tests;

public class ArithmeticTests
{
    // 2^-90 and 2^-200: what the quick look, 2^-37 of the ulp of a double at worst, and the last word are good for.
    private const double QuickError = 8e-28;
    private const double ExactError = 6e-61;

    [MpfrFact]
    public void Mpfr_and_the_reference_of_the_other_tests_agree() => Compare<Mpfr>(ExactError, lowest: -5000, smallest: -300);

    [Fact]
    public void Double_double_arithmetic_is_good_to_90_bits() => Compare<DoubleDouble>(QuickError, lowest: -1000, smallest: -250);

    [MpfrFact]
    public void A_number_goes_through_Mpfr_unchanged()
    {
        foreach (double value in new[] { 0, 1, -1.5, double.Epsilon, -double.MaxValue, Math.PI })
        {
            Assert.Equal(value, Mpfr.From(value).ToDouble());
            Assert.Equal(-value, (-Mpfr.From(value)).ToDouble());
            Assert.Equal(value == 0, Mpfr.From(value).IsZero);
        }

        Assert.Equal(-1074, Mpfr.From(double.Epsilon).Binade);
        Assert.Equal(0, default(Mpfr).ToDouble());
        Assert.Equal(3, (default(Mpfr) + Mpfr.From(3)).ToDouble());
    }

    private static void Compare<TReal>(double allowed, double lowest, double smallest)
        where TReal : struct, IReal<TReal>
    {
        Random random = new(5);
        for (int i = 0; i < 2000; i++)
        {
            double a = Family.Normal(random), b = Family.Normal(random), exponent = lowest * random.NextDouble(), tiny = Math.Pow(10, smallest * random.NextDouble());
            TReal x = TReal.From(a) / TReal.From(b);
            BigReal exact = BigReal.From(a) / BigReal.From(b);
            Check(x, exact);
            Check(Real.Abs(x * TReal.From(b)) + TReal.From(1), Real.Abs(exact * BigReal.From(b)) + BigReal.From(1)); // without cancellation
            Check(TReal.Exp(TReal.From(exponent), 512), BigReal.Exp(BigReal.From(exponent), 512));
            Check(TReal.Log1p(Real.Abs(x)), BigReal.Log1p(Real.Abs(exact)));
            Check(TReal.Log1p(TReal.From(tiny)), BigReal.Log1p(BigReal.From(tiny)));
        }

        void Check(TReal actual, BigReal exact)
        {
            // Both are known in parts that are doubles.
            BigReal rest = exact;
            TReal difference = actual;
            for (int part = 0; part < 6; part++)
            {
                double leading = rest.ToDouble();
                rest -= BigReal.From(leading);
                difference -= TReal.From(leading);
            }

            Assert.True(Math.Abs(difference.ToDouble()) <= allowed * Math.Abs(exact.ToDouble()), $"{actual.ToDouble():R} for {exact.ToDouble():R} is off by {difference.ToDouble() / exact.ToDouble():G3}");
        }
    }
}
