using System.Runtime.Intrinsics;
using SoftmaxGen.Generated;
using SoftmaxGen.Reference;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>Unevaluated sums of two doubles, whose first part is short: of vectors and of one element.</summary>
public class PairTests
{
    private static readonly double Precision = Math.ScaleB(1.0, -76);

    [Fact]
    public void A_sum_keeps_what_it_rounds_away()
    {
        foreach ((ScalarPair a, ScalarPair b) in Pairs())
        {
            BigFloat exact = Value(a) + Value(b);
            AssertClose(exact, Value(a + b), Precision);
            AssertClose(exact, Value(Vector(a) + Vector(b)), Precision);
        }
    }

    [Fact]
    public void A_product_is_rounded_once()
    {
        foreach ((ScalarPair a, ScalarPair b) in Pairs())
        {
            BigFloat exact = Value(a) * Value(b);
            Assert.InRange(Rounding.UlpError(a * b, exact), 0.0, 0.501);
            Assert.InRange(Rounding.UlpError((Vector(a) * Vector(b)).ToScalar(), exact), 0.0, 0.501);
        }
    }

    [Fact]
    public void A_reciprocal_has_a_short_first_part_again()
    {
        foreach ((ScalarPair a, ScalarPair b) in Pairs())
        {
            ScalarPair sum = a + b, reciprocal = ScalarPair.Reciprocal(sum);
            Pair128 vector = Reciprocal(Vector(sum));
            AssertClose(1 / Value(sum), Value(reciprocal), Precision);
            Assert.Equal(0L, BitConverter.DoubleToInt64Bits(reciprocal.High) & 0x7FFFFFF);
            Assert.Equal((Vector128.Create(reciprocal.High), Vector128.Create(reciprocal.Low)), (vector.High, vector.Low));
        }
    }

    [Fact]
    public void A_quotient_is_a_pair_again()
    {
        foreach ((ScalarPair a, ScalarPair b) in Pairs())
        {
            ScalarPair sum = a + b;
            DoubleDouble ratio = ScalarPair.Ratio(a, sum), vector = Ratio(Vector(a), Vector(sum));
            AssertClose(Value(a) / Value(sum), (BigFloat)ratio.High + ratio.Low, Precision);
            Assert.Equal((ratio.High, ratio.Low), (vector.High, vector.Low));
        }
    }

    [Fact]
    public void The_terms_of_one_element_are_those_of_vectors()
    {
        Vector128<double> zero = Vector128<double>.Zero, shift = ShiftPlain(zero), lowest = Lowest(zero);
        ScalarDoubleRow row = new(0.0);
        for (double x = 0.0; x > -900.0; x -= 0.37)
        {
            ScalarPair scalar = row.Term(x);
            Pair128 vector = ExpPair(Vector128.Create(x), shift, lowest);
            Assert.Equal((vector.High.ToScalar(), vector.Low.ToScalar()), (scalar.High, scalar.Low));
            Assert.Equal(ExpPrecise(Vector128.Create(x)).ToScalar(), ScalarKernels.ExpPrecise(x));
            Assert.Equal(ExpPlain(Vector128.Create(x)).ToScalar(), ScalarKernels.ExpPlain(x));
        }
    }

    [Fact]
    public void Sums_across_lanes_keep_what_they_round_away()
    {
        foreach ((ScalarPair a, ScalarPair b) in Pairs())
        {
            ScalarPair[] lanes = [a, b, b, a, a, a, b, a];
            Vector128<double>[] high = Halves(lanes, pair => pair.High), low = Halves(lanes, pair => pair.Low);
            Pair128 two = new(high[0], low[0]), sum = SumAcross(two);
            AssertClose(Value(a) + Value(b), Value(sum), Precision);
            Assert.Equal(Vector128.Create(sum.High.ToScalar()), sum.High);
            if (HasVector256)
            {
                Pair256 four = SumAcross(new Pair256(Vector256.Create(high[0], high[1]), Vector256.Create(low[0], low[1])));
                AssertClose((2 * Value(a)) + (2 * Value(b)), (BigFloat)four.High.ToScalar() + four.Low.ToScalar(), Precision);
                Assert.Equal((Vector256.Create(four.High.ToScalar()), Vector256.Create(four.Low.ToScalar())), (four.High, four.Low));
            }

            if (HasVector512)
            {
                Pair512 eight = SumAcross(new Pair512(
                    Vector512.Create(Vector256.Create(high[0], high[1]), Vector256.Create(high[2], high[3])),
                    Vector512.Create(Vector256.Create(low[0], low[1]), Vector256.Create(low[2], low[3]))));
                AssertClose((5 * Value(a)) + (3 * Value(b)), (BigFloat)eight.High.ToScalar() + eight.Low.ToScalar(), Precision);
                Assert.Equal((Vector512.Create(eight.High.ToScalar()), Vector512.Create(eight.Low.ToScalar())), (eight.High, eight.Low));
            }
        }
    }

    // As terms are: around 1 with 26 bits after the point, and a second part below them.
    private static IEnumerable<(ScalarPair A, ScalarPair B)> Pairs()
    {
        Random random = new(21);
        for (int i = 0; i < 500; i++)
            yield return (Pair(random, 0), Pair(random, -random.Next(30)));
    }

    private static ScalarPair Pair(Random random, int exponent)
    {
        double high = 0.75 + Math.ScaleB(random.Next(1 << 25), -26), low = Math.ScaleB(random.NextDouble() - 0.5, -26);
        return new ScalarPair(Math.ScaleB(high, exponent), Math.ScaleB(low, exponent));
    }

    private static Vector128<double>[] Halves(ScalarPair[] lanes, Func<ScalarPair, double> part) =>
        [.. lanes.Select(part).Chunk(2).Select(two => Vector128.Create(two[0], two[1]))];

    private static Pair128 Vector(ScalarPair pair) => new(Vector128.Create(pair.High), Vector128.Create(pair.Low));

    private static BigFloat Value(ScalarPair pair) => (BigFloat)pair.High + pair.Low;

    private static BigFloat Value(Pair128 pair) => (BigFloat)pair.High.ToScalar() + pair.Low.ToScalar();

    private static void AssertClose(BigFloat exact, BigFloat actual, double precision) =>
        Assert.InRange(Math.Abs(Rounding.ToDouble((actual - exact) / exact)), 0.0, precision);
}
