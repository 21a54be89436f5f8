using System.Numerics.Tensors;
using SoftmaxRegression.Input;

namespace SoftmaxRegression.Training;

/// <summary>The mean cross-entropy of a batch, and its gradient by the logits.</summary>
internal delegate double BatchLoss(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);

/// <summary>What training minimises: the mean cross-entropy of some images, and a little of the squared weights.</summary>
internal sealed class Objective(ImageSet images, BatchLoss batchLoss)
{
    private const double Decay = 1e-3;

    private readonly double[] logits = new double[images.Count * Digits.Length];
    private readonly double[] residuals = new double[images.Count * Digits.Length];

    public Objective(ImageSet images)
        : this(images, GeneratedLoss)
    {
    }

    /// <summary>The one call of the generated code.</summary>
    public static BatchLoss GeneratedLoss { get; } = (logits, labels, gradient) => Digits.CrossEntropyWithGradientRows(logits, labels, gradient);

    /// <summary>The mean cross-entropy and its weight decay, at a model.</summary>
    public double Value(LinearModel model)
    {
        model.Logits(images, logits);
        return batchLoss(logits, images.Labels, residuals) + Penalty(model);
    }

    /// <summary>The same with its derivative by each weight: (p - onehot(label)) / images of each image, times the image.</summary>
    public double Gradient(LinearModel model, double[] gradient)
    {
        model.Logits(images, logits);
        double loss = batchLoss(logits, images.Labels, residuals);

        TensorPrimitives.Multiply(model.Weights, Decay, gradient);
        for (int image = 0; image < images.Count; image++)
        {
            for (int digit = 0; digit < Digits.Length; digit++)
            {
                Span<double> ofClass = LinearModel.OfClass(gradient, digit);
                TensorPrimitives.MultiplyAdd(images.Image(image), residuals[(image * Digits.Length) + digit], ofClass, ofClass);
            }
        }

        return loss + Penalty(model);
    }

    private static double Penalty(LinearModel model) => Decay / 2 * TensorPrimitives.SumOfSquares<double>(model.Weights);
}
