using SoftmaxRegression.Input;

namespace DigitSpotting.Pages;

/// <summary>A page on which images of digits are scattered, none over another.</summary>
internal sealed record ScatteredPage(Page Page, IReadOnlyList<PlacedDigit> Digits)
{
    private const int Width = 120;

    private const int Height = 80;

    private const int Count = 40;

    private const int Gap = 2;

    /// <param name="images">Where the digits are taken from, at random.</param>
    /// <param name="seed">Equal seeds give equal pages.</param>
    public static ScatteredPage Create(ImageSet images, int seed)
    {
        Random random = new(seed);
        float[] pixels = new float[Width * Height];
        List<PlacedDigit> placed = [];
        while (placed.Count < Count)
        {
            int top = random.Next(Height - ImageSet.Side + 1);
            int left = random.Next(Width - ImageSet.Side + 1);
            if (placed.Any(other => Math.Max(Math.Abs(other.Top - top), Math.Abs(other.Left - left)) < ImageSet.Side + Gap))
                continue;
            int image = random.Next(images.Count);
            placed.Add(new PlacedDigit(images.Labels[image], top, left));
            for (int i = 0; i < ImageSet.Side * ImageSet.Side; i++)
                pixels[((top + (i / ImageSet.Side)) * Width) + left + (i % ImageSet.Side)] = (float)images.Image(image)[i];
        }

        return new ScatteredPage(new Page(Width, Height, pixels), placed);
    }
}
