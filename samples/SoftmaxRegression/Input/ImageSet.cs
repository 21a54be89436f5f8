namespace SoftmaxRegression.Input;

/// <summary>Images of digits, as features: 64 pixels from 0 to 1, and a 1 that the bias is multiplied by.</summary>
/// <param name="Features">All images, one after the other.</param>
/// <param name="Labels">The digit of each.</param>
internal sealed record ImageSet(double[] Features, int[] Labels)
{
    public const int Side = 8;

    public const int FeatureCount = (Side * Side) + 1;

    public int Count => Labels.Length;

    public ReadOnlySpan<double> Image(int index) => Features.AsSpan(index * FeatureCount, FeatureCount);

    /// <summary>The same images with pixels from 0 to <paramref name="most"/>.</summary>
    public ImageSet WithPixelsTo(double most) =>
        this with { Features = [.. Features.Select((feature, index) => index % FeatureCount == FeatureCount - 1 ? feature : feature * most)] };

    /// <summary>The first half and the second.</summary>
    public (ImageSet First, ImageSet Second) Halves()
    {
        int half = Count / 2;
        return (
            new ImageSet(Features[..(half * FeatureCount)], Labels[..half]),
            new ImageSet(Features[(half * FeatureCount)..], Labels[half..]));
    }
}
