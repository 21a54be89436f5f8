using System.Numerics.Tensors;
using SoftmaxRegression.Input;

namespace SoftmaxRegression.Training;

/// <summary>Weights of ten classes, 65 each; the logits of an image are its products with them.</summary>
internal sealed class LinearModel
{
    public double[] Weights { get; } = new double[Digits.Length * ImageSet.FeatureCount];

    public static Span<double> OfClass(double[] weights, int digit) => weights.AsSpan(digit * ImageSet.FeatureCount, ImageSet.FeatureCount);

    /// <summary>The logits of all images, ten for each.</summary>
    public void Logits(ImageSet images, Span<double> logits)
    {
        for (int image = 0; image < images.Count; image++)
        {
            for (int digit = 0; digit < Digits.Length; digit++)
                logits[(image * Digits.Length) + digit] = TensorPrimitives.Dot(images.Image(image), OfClass(Weights, digit));
        }
    }

    /// <summary>The most probable digit of each image.</summary>
    public int[] Choose(ImageSet images)
    {
        double[] logits = new double[images.Count * Digits.Length];
        Logits(images, logits);
        return [.. Enumerable.Range(0, images.Count).Select(image => TensorPrimitives.IndexOfMax<double>(logits.AsSpan(image * Digits.Length, Digits.Length)))];
    }

    public double Accuracy(ImageSet images) => Choose(images).Zip(images.Labels).Count(pair => pair.First == pair.Second) / (double)images.Count;
}
