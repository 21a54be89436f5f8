using DigitSpotting.Pages;
using SoftmaxRegression.Input;

namespace DigitSpotting.Network;

/// <summary>The probability of each digit at each position of a window, channel-first.</summary>
internal sealed record ConfidenceMap(int Width, int Height, float[] Probabilities)
{
    private const float LeastConfidence = 0.6f;

    // An image of a digit has 11.5 pixels of ink at least, half of them 19.5.
    private const float LeastInk = 8;

    private const int Distance = ImageSet.Side - 1;

    /// <summary>The positions with a probability that is not a number.</summary>
    public int Failures => Enumerable.Range(0, Width * Height).Count(position => Enumerable.Range(0, DigitClasses.Length).Any(digit => float.IsNaN(Probabilities[(digit * Width * Height) + position])));

    /// <summary>The most probable digit at a position.</summary>
    public (int Digit, float Confidence) At(int top, int left)
    {
        int position = (top * Width) + left;
        int best = Enumerable.Range(0, DigitClasses.Length).MaxBy(digit => Probabilities[(digit * Width * Height) + position]);
        return (best, Probabilities[(best * Width * Height) + position]);
    }

    /// <summary>The positions of the highest confidence and the most ink, which a window has around a whole digit; none close to a higher one (non-maximum suppression).</summary>
    public IReadOnlyList<SpottedDigit> Spot(Page page)
    {
        List<SpottedDigit> spotted = [];
        var candidates = from top in Enumerable.Range(0, Height)
                         from left in Enumerable.Range(0, Width)
                         let best = At(top, left)
                         let ink = page.InkAt(top, left)
                         where best.Confidence >= LeastConfidence && ink >= LeastInk
                         orderby best.Confidence * ink descending, top, left
                         select new SpottedDigit(best.Digit, top, left, best.Confidence);
        foreach (SpottedDigit candidate in candidates)
        {
            if (!spotted.Any(other => Math.Max(Math.Abs(other.Top - candidate.Top), Math.Abs(other.Left - candidate.Left)) < Distance))
                spotted.Add(candidate);
        }

        return [.. spotted.OrderBy(digit => digit.Top).ThenBy(digit => digit.Left)];
    }
}

/// <summary>A digit that was recognised, and the corner of its window.</summary>
internal sealed record SpottedDigit(int Digit, int Top, int Left, float Confidence);
