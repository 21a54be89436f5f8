using Samples.Common;
using SoftmaxRegression.Training;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SoftmaxRegression.Report;

internal static class TrainingSection
{
    private const int BarWidth = 30;

    public static IEnumerable<IRenderable> Render(TrainingRun run)
    {
        Table table = Tables.Numbers("step", "loss (nat)", "test loss (nat)", "accuracy", "test accuracy");
        table.AddColumn("loss");
        double most = run.Milestones[0].TrainingLoss;
        foreach (Milestone at in run.Milestones)
        {
            table.AddRow(
                Tables.Text($"{at.Step}"),
                Tables.Text($"{at.TrainingLoss:F4}"),
                Tables.Text($"{at.TestLoss:F4}"),
                Tables.Percent(at.TrainingAccuracy),
                Tables.Percent(at.TestAccuracy),
                new string('#', (int)Math.Round(BarWidth * Math.Min(at.TrainingLoss / most, 1))));
        }

        return [table];
    }
}
