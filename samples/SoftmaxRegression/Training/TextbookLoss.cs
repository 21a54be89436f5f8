using System.Diagnostics.CodeAnalysis;
using System.Numerics.Tensors;

namespace SoftmaxRegression.Training;

/// <summary>What <c>CrossEntropyWithGradientRows</c> computes, by the formula of a textbook: nothing keeps the exponentials from overflowing.</summary>
internal static class TextbookLoss
{
    [SuppressMessage("SoftmaxGen.Stability", "SMX1001:Unstable softmax", Justification = "Its failure is what this program shows.")]
    [SuppressMessage("SoftmaxGen.Accuracy", "SMX1004:Logarithm of a softmax", Justification = "Its failure is what this program shows.")]
    public static double MeanWithGradient(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient)
    {
        double loss = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<double> x = logits.Slice(row * Digits.Length, Digits.Length);
            Span<double> p = gradient.Slice(row * Digits.Length, Digits.Length);
            double sum = 0;
            for (int i = 0; i < x.Length; i++)
            {
                p[i] = Math.Exp(x[i]);
                sum += p[i];
            }

            for (int i = 0; i < x.Length; i++)
                p[i] /= sum;
            loss -= Math.Log(p[labels[row]]) / labels.Length;
            p[labels[row]]--;
            TensorPrimitives.Divide(p, labels.Length, p);
        }

        return loss;
    }
}
