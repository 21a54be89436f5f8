using System.Diagnostics.CodeAnalysis;

namespace DigitSpotting.Network;

/// <summary>exp(x) / sum(exp(x)) of each column: nothing keeps the exponentials from overflowing.</summary>
internal static class TextbookColumns
{
    [SuppressMessage("SoftmaxGen.Stability", "SMX1001:Unstable softmax", Justification = "Its failure is what this program shows.")]
    public static void Softmax(ReadOnlySpan<float> logits, int columns, Span<float> probabilities)
    {
        for (int column = 0; column < columns; column++)
        {
            float sum = 0;
            for (int i = column; i < logits.Length; i += columns)
            {
                probabilities[i] = MathF.Exp(logits[i]);
                sum += probabilities[i];
            }

            for (int i = column; i < logits.Length; i += columns)
                probabilities[i] /= sum;
        }
    }
}
