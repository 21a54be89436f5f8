using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace DigitClassifier.Shift;

/// <summary>The formula as it stands in a textbook: nothing keeps the exponentials from overflowing.</summary>
internal static class NaiveSoftmax
{
    /// <returns>The sum of the exponentials.</returns>
    [SuppressMessage("SoftmaxGen.Stability", "SMX1001:Unstable softmax", Justification = "Its failure is what this program shows.")]
    public static T Compute<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = T.Exp(x[i]);
            sum += destination[i];
        }

        for (int i = 0; i < x.Length; i++)
            destination[i] /= sum;
        return sum;
    }
}
