using System.Numerics.Tensors;
using SoftmaxRegression.Input;

namespace SoftmaxRegression.Training;

/// <summary>What training minimises: the mean cross-entropy of some images, and a little of the squared weights.</summary>
internal sealed class Objective(ImageSet images)
{
    private const double Decay = 1e-3;

    private readonly double[] logits = new double[images.Count * Digits.Length];
    private readonly double[] residuals = new double[images.Count * Digits.Length];
    private readonly double[] losses = new double[images.Count];

    /// <summary>The mean cross-entropy and its weight decay, at a model.</summary>
    public double Value(LinearModel model)
    {
        model.Logits(images, logits);
        Digits.CrossEntropyRows(logits, images.Labels, losses);
        return TensorPrimitives.Average<double>(losses) + Penalty(model);
    }

    /// <summary>The same with its derivative by each weight: (p - onehot(label)) / images of each image, times the image.</summary>
    public double Gradient(LinearModel model, double[] gradient)
    {
        model.Logits(images, logits);
        double loss = Digits.CrossEntropyWithGradientRows(logits, images.Labels, residuals);

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
