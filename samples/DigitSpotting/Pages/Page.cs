using SoftmaxRegression.Input;

namespace DigitSpotting.Pages;

/// <summary>A page in grey, row by row, from 0 for paper to 1 for ink.</summary>
internal sealed record Page(int Width, int Height, float[] Pixels)
{
    /// <summary>The ink in the window of a digit, in pixels.</summary>
    public float InkAt(int top, int left)
    {
        float ink = 0;
        for (int y = top; y < top + ImageSet.Side; y++)
        {
            for (int x = left; x < left + ImageSet.Side; x++)
                ink += Pixels[(y * Width) + x];
        }

        return ink;
    }
}

/// <summary>A digit and the corner of its window.</summary>
internal sealed record PlacedDigit(int Digit, int Top, int Left);
