using Samples.Common;
using SoftmaxRegression.Input;
using SoftmaxRegression.Training;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SoftmaxRegression.Report;

/// <summary>The first steps on pixels from 0 to 16, as the file has them: the logits leave the range of the exponential.</summary>
internal static class OverflowSection
{
    public const int Steps = 100;

    private const double Ink = 16;

    public static (TrainingRun Textbook, TrainingRun Generated) Train(ImageSet training, ImageSet test)
    {
        ImageSet raw = training.WithPixelsTo(Ink);
        ImageSet rawTest = test.WithPixelsTo(Ink);
        return (
            MomentumTrainer.Train(raw, rawTest, TextbookLoss.MeanWithGradient, Steps),
            MomentumTrainer.Train(raw, rawTest, Objective.GeneratedLoss, Steps));
    }

    public static IEnumerable<IRenderable> Render(ImageSet training, ImageSet test)
    {
        (TrainingRun textbook, TrainingRun generated) = Train(training, test);
        Table table = Tables.NamedNumbers([
            "softmax by",
            .. textbook.Milestones.Where(IsShown).Select(at => Tables.Text($"step {at.Step}")),
            "test accuracy"]);
        Add("exp(x) / sum(exp(x))", textbook);
        Add("[Softmax(10)], generated", generated);
        return [table];

        void Add(string name, TrainingRun run) =>
            table.AddRow([Markup.Escape(name), .. run.Milestones.Where(IsShown).Select(Loss), Tables.Percent(run.Milestones[^1].TestAccuracy)]);
    }

    private static bool IsShown(Milestone at) => at.Step is 1 or 2 or 5 or 10 or Steps;

    private static string Loss(Milestone at) => double.IsNaN(at.TrainingLoss) ? "[bold red]NaN[/]" : Tables.Text($"{at.TrainingLoss:F2}");
}
