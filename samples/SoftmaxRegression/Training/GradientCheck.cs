using SoftmaxRegression.Input;

namespace SoftmaxRegression.Training;

/// <summary>Compares the gradient with central differences of the objective, at a model with random weights.</summary>
/// <param name="Weights">How many derivatives were compared.</param>
/// <param name="LargestDerivative">The largest of them.</param>
/// <param name="LargestDifference">The largest difference.</param>
internal sealed record GradientCheck(int Weights, double LargestDerivative, double LargestDifference)
{
    // The cube root of the precision of a double, about: truncation and rounding are equally small.
    private const double Step = 1e-5;

    public static GradientCheck Run(ImageSet images)
    {
        LinearModel model = new();
        Random random = new(1);
        for (int i = 0; i < model.Weights.Length; i++)
            model.Weights[i] = random.NextDouble() - 0.5;

        Objective objective = new(images);
        double[] gradient = new double[model.Weights.Length];
        objective.Gradient(model, gradient);
        double difference = 0;
        for (int i = 0; i < gradient.Length; i++)
        {
            double weight = model.Weights[i];
            model.Weights[i] = weight + Step;
            double above = objective.Value(model);
            model.Weights[i] = weight - Step;
            double below = objective.Value(model);
            model.Weights[i] = weight;
            difference = Math.Max(difference, Math.Abs(((above - below) / (2 * Step)) - gradient[i]));
        }

        return new GradientCheck(gradient.Length, gradient.Max(Math.Abs), difference);
    }
}
