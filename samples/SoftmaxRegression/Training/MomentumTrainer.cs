using SoftmaxRegression.Input;

namespace SoftmaxRegression.Training;

/// <summary>Gradient descent with momentum over all images at once: the same steps on every run.</summary>
internal static class MomentumTrainer
{
    public const int Steps = 1500;

    private const double Rate = 0.5;

    private const double Momentum = 0.9;

    public static TrainingRun Train(ImageSet training, ImageSet test) => Train(training, test, Objective.GeneratedLoss, Steps);

    public static TrainingRun Train(ImageSet training, ImageSet test, BatchLoss loss, int steps)
    {
        LinearModel model = new();
        Objective objective = new(training, loss);
        Objective unseen = new(test, loss);
        double[] gradient = new double[model.Weights.Length];
        double[] velocity = new double[model.Weights.Length];
        List<Milestone> milestones = [];
        for (int step = 0; step <= steps; step++)
        {
            double value = objective.Gradient(model, gradient);
            if (step == steps || IsShown(step))
                milestones.Add(new Milestone(step, value, unseen.Value(model), model.Accuracy(training), model.Accuracy(test)));
            for (int i = 0; i < velocity.Length; i++)
            {
                velocity[i] = (Momentum * velocity[i]) - (Rate * gradient[i]);
                model.Weights[i] += velocity[i];
            }
        }

        return new TrainingRun(model, milestones);
    }

    // 0, then 1, 2, 5, 10, 20, 50 and so on: evenly spread on a logarithmic scale.
    private static bool IsShown(int step)
    {
        int power = 1;
        while (power * 10 <= step)
            power *= 10;
        return step == 0 || (step % power == 0 && step / power is 1 or 2 or 5);
    }
}

/// <summary>A trained model and how it came about.</summary>
internal sealed record TrainingRun(LinearModel Model, IReadOnlyList<Milestone> Milestones);

/// <summary>How far training is after some steps.</summary>
internal sealed record Milestone(int Step, double TrainingLoss, double TestLoss, double TrainingAccuracy, double TestAccuracy);
