using DigitSpotting.Network;
using DigitSpotting.Pages;

namespace DigitSpotting.Report;

/// <summary>What was recognised, beside what is on the page.</summary>
/// <param name="Found">Digits in their place, give or take two pixels.</param>
/// <param name="Misread">Digits in their place that were taken for others.</param>
/// <param name="Missed">Digits where nothing was recognised.</param>
/// <param name="FalseAlarms">Recognised where there is no digit.</param>
internal sealed record Comparison(
    IReadOnlyList<SpottedDigit> Found,
    IReadOnlyList<(PlacedDigit Truth, SpottedDigit Spotted)> Misread,
    IReadOnlyList<PlacedDigit> Missed,
    IReadOnlyList<SpottedDigit> FalseAlarms)
{
    private const int Tolerance = 2;

    public static Comparison Of(IReadOnlyList<PlacedDigit> truth, IReadOnlyList<SpottedDigit> spotted)
    {
        List<SpottedDigit> found = [];
        List<(PlacedDigit, SpottedDigit)> misread = [];
        List<PlacedDigit> missed = [];
        foreach (PlacedDigit digit in truth)
        {
            SpottedDigit? there = spotted.FirstOrDefault(other => Math.Abs(other.Top - digit.Top) <= Tolerance && Math.Abs(other.Left - digit.Left) <= Tolerance);
            if (there is null)
                missed.Add(digit);
            else if (there.Digit == digit.Digit)
                found.Add(there);
            else
                misread.Add((digit, there));
        }

        return new Comparison(found, misread, missed, [.. spotted.Except(found).Except(misread.Select(pair => pair.Item2))]);
    }
}
