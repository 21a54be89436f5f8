using SoftmaxGen.Generated;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>The tables that vectors are loaded from.</summary>
public class ConstantTests
{
    /// <summary>A vector of any width is loaded from the start of a row.</summary>
    [Fact]
    public void Every_lane_of_a_row_holds_the_same_number()
    {
        Assert.All(SingleConstants.Rows.ToArray().Chunk(16), row => Assert.Equal(Enumerable.Repeat(row[0], 16), row));
        Assert.All(DoubleConstants.Rows.ToArray().Chunk(8), row => Assert.Equal(Enumerable.Repeat(row[0], 8), row));
    }

    [Fact]
    public void Masks_and_indices_of_lanes()
    {
        Assert.Equal(Enumerable.Repeat(0, 16).Concat(Enumerable.Repeat(-1, 16)), LaneMasks.Rows.ToArray());
        Assert.Equal(Enumerable.Range(0, 16), LaneMasks.Indices.ToArray());
        Assert.Equal(Enumerable.Range(0, 8).Select(k => (long)k), LaneMasks.WideIndices.ToArray());
    }

    [Fact]
    public void Eighths_of_powers_of_two_carry_one_factor()
    {
        double factor = 1.058943863213062;
        for (int j = 0; j < 8; j++)
        {
            BigFloat power = Elementary.Exp(Elementary.Ln2 * j / 8);
            float single = BitConverter.Int32BitsToSingle((127 << 23) + (j << 20) + SingleConstants.Eighths[j]);
            Assert.InRange(Rounding.UlpError(single, power * factor), 0.0, 0.1);
            Assert.Equal(SingleConstants.Eighths[j], SingleConstants.Eighths[j + 8]);
            double full = BitConverter.Int64BitsToDouble((1023L << 52) + ((long)j << 49) + DoubleConstants.Eighths[j]);
            Assert.InRange(Rounding.UlpError(full, power * DoubleConstants.Factor), 0.0, 0.1);
        }

        BigFloat reciprocal = (BigFloat)DoubleConstants.ReciprocalFactor + DoubleConstants.ReciprocalFactorLow;
        BigFloat rest = (reciprocal * DoubleConstants.Factor * Math.ScaleB(1.0, 128)) - 1;
        Assert.InRange(Math.Abs(Rounding.ToDouble(rest)), 0.0, Math.ScaleB(1.0, -105));

        // So that no largest term is below 1.
        double sixteenth = Math.Pow(2.0, 1.0 / 16.0);
        Assert.True(factor > sixteenth && DoubleConstants.Factor > sixteenth);
    }
}
