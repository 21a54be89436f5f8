using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Reference;

public class RoundingTests
{
    [Fact]
    public void A_double_rounds_to_float_as_the_processor_rounds_it()
    {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++)
        {
            // Any bit pattern with an exponent from below float's smallest subnormal to above its largest value.
            double value = Math.ScaleB(1 + random.NextDouble(), random.Next(-152, 129)) * (random.Next(2) == 0 ? 1 : -1);
            if (i % 4 == 0)
                value = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(value) & ~0x0FFF_FFFFUL); // often a tie
            Assert.Equal(BitConverter.SingleToUInt32Bits((float)value), BitConverter.SingleToUInt32Bits(Rounding.ToSingle(value)));
        }
    }

    [Theory]
    [InlineData(5e-324)]
    [InlineData(-2.2250738585072009e-308)]
    [InlineData(1.7976931348623157e308)]
    [InlineData(0.1)]
    [InlineData(-3)]
    public void A_double_survives_the_way_there_and_back(double value) => Assert.Equal(value, Rounding.ToDouble(value));

    [Fact]
    public void Ties_go_to_even_for_subnormal_results_too()
    {
        BigFloat half = new(1, -1075);
        Assert.Equal(0, Rounding.ToDouble(half));
        Assert.Equal(2 * double.Epsilon, Rounding.ToDouble(3 * half));
        Assert.Equal(double.Epsilon, Rounding.ToDouble(half + new BigFloat(1, -1300)));
        Assert.Equal(1 + Math.ScaleB(1, -52), Rounding.ToDouble(1 + new BigFloat(1, -53) + new BigFloat(1, -200)));
        Assert.Equal(1, Rounding.ToDouble(1 + new BigFloat(1, -53)));
    }

    [Fact]
    public void Overflow_rounds_to_infinity() => Assert.Equal(float.NegativeInfinity, Rounding.ToSingle(-3.5e38));

    [Fact]
    public void The_ulp_is_that_of_the_exact_value()
    {
        Assert.Equal(0.5, Rounding.UlpError(1f, 1 + new BigFloat(1, -24)));
        Assert.Equal(1.0, Rounding.UlpError(MathF.BitDecrement(2), new BigFloat(1, 1) - new BigFloat(1, -22)));
        Assert.Equal(2.0, Rounding.UlpError(1 - Math.ScaleB(1, -53), 1 - new BigFloat(3, -53)));
    }

    [Fact]
    public void Below_the_normal_numbers_the_ulp_is_their_spacing()
    {
        Assert.Equal(1.0, Rounding.UlpError(0f, new BigFloat(1, -149)));
        Assert.Equal(0.25, Rounding.UlpError(0f, new BigFloat(1, -151)));
        Assert.Equal(3.0, Rounding.UlpError(4 * double.Epsilon, new BigFloat(1, -1074)));
        Assert.Equal(0.0, Rounding.UlpError(0.0, BigFloat.Zero));
    }

    [Fact]
    public void A_result_that_is_not_finite_is_infinitely_wrong()
    {
        Assert.Equal(double.PositiveInfinity, Rounding.UlpError(float.NaN, 1));
        Assert.Equal(double.PositiveInfinity, Rounding.UlpError(double.NegativeInfinity, 1));
    }
}
