using SoftmaxRegression.Input;
using SoftmaxRegression.Training;

namespace DigitSpotting.Network;

/// <summary>
/// Trains the classifier of SoftmaxRegression for windows that need not hold a digit: between two digits, or a part of one.
/// Such a window is there once with each label, so that the loss is least where all digits have the same probability.
/// </summary>
internal static class SpotterTraining
{
    private const int Steps = 300;

    private const int OffsetWindows = 120;

    public static LinearModel Train(ImageSet digits, ImageSet test) =>
        MomentumTrainer.Train(WithOffsetWindows(digits), test, Objective.GeneratedLoss, Steps).Model;

    private static ImageSet WithOffsetWindows(ImageSet digits)
    {
        Random random = new(1);
        List<double> features = [.. digits.Features];
        List<int> labels = [.. digits.Labels];
        for (int window = 0; window < OffsetWindows; window++)
        {
            double[] image = Shifted(digits.Image(random.Next(digits.Count)), Offset(random), Offset(random));
            for (int digit = 0; digit < DigitClasses.Length; digit++)
            {
                features.AddRange(image);
                labels.Add(digit);
            }
        }

        return new ImageSet([.. features], [.. labels]);
    }

    // Three to six pixels to either side: less may be the digit as somebody else writes it.
    private static int Offset(Random random) => random.Next(3, 7) * ((2 * random.Next(2)) - 1);

    private static double[] Shifted(ReadOnlySpan<double> image, int down, int right)
    {
        double[] shifted = new double[ImageSet.FeatureCount];
        shifted[^1] = 1;
        for (int y = 0; y < ImageSet.Side; y++)
        {
            for (int x = 0; x < ImageSet.Side; x++)
            {
                (int fromY, int fromX) = (y - down, x - right);
                if (fromY is >= 0 and < ImageSet.Side && fromX is >= 0 and < ImageSet.Side)
                    shifted[(y * ImageSet.Side) + x] = image[(fromY * ImageSet.Side) + fromX];
            }
        }

        return shifted;
    }
}
