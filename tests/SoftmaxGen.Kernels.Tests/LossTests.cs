using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>The losses of up to <see cref="RowsOfLosses"/> rows at once.</summary>
public class LossTests
{
    private const double Further = 3.0, LabelSmoothing = 0.25, More = 8.0;

    [Fact]
    public void So_many_rows_are_added_and_no_others()
    {
        for (int rows = 0; rows <= RowsOfLosses; rows++)
        {
            double expected = 1.0, smoothed = 1.0;
            for (int row = 0; row < rows; row++)
            {
                double loss = Math.Log(1.0 + (row / 2.0)) + (row % 2 == 0 ? 0.0 : Further);
                expected += loss;
                smoothed += loss + (LabelSmoothing * More);
            }

            Assert.Equal(expected, AddLosses(ref Parts()[0], rows, 1.0), 1e-12);
            Assert.Equal(smoothed, AddSmoothed(ref Parts()[0], rows, LabelSmoothing, 1.0), 1e-12);
        }
    }

    [Theory]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void A_masked_label_is_infinite_whatever_the_others_have_more(double further, double expected)
    {
        double[] parts = Parts();
        StoreLoss(ref parts[1], double.IsNaN(further) ? double.NaN : 2.0, 1.0, further);
        parts[1 + (3 * RowsOfLosses)] = double.NegativeInfinity;
        Assert.Equal(expected, AddLosses(ref ((double[])parts.Clone())[0], 3, 0.0));
        Assert.Equal(expected, AddSmoothed(ref parts[0], 3, LabelSmoothing, 0.0));
    }

    // The others of a row are half as many as its number; every second label is further away than its term says.
    private static double[] Parts()
    {
        double[] parts = new double[4 * RowsOfLosses];
        for (int row = 0; row < RowsOfLosses; row++)
        {
            StoreLoss(ref parts[row], row, 2.0, row % 2 == 0 ? -Further : Further);
            parts[row + (3 * RowsOfLosses)] = More;
        }

        return parts;
    }
}
