using Samples.Common;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;
using SoftmaxRegression.Training;

namespace SoftmaxRegression.Report;

/// <summary>The loss by step, on seen and on unseen images.</summary>
internal static class LossChart
{
    /// <returns>The full path.</returns>
    public static string Save(TrainingRun run, string folder)
    {
        using Plot plot = ChartFile.Create("Training: loss by step", "steps (logarithmic scale)", "mean cross-entropy with weight decay (nat)");
        Milestone[] shown = [.. run.Milestones.Where(at => at.Step > 0)];
        double[] steps = [.. shown.Select(at => Math.Log10(at.Step))];
        Add(plot, steps, [.. shown.Select(at => at.TrainingLoss)], "images trained on", ChartColors.Fill);
        Add(plot, steps, [.. shown.Select(at => at.TestLoss)], "unseen images", ChartColors.Accent);
        plot.Axes.Bottom.TickGenerator = new NumericManual(steps, [.. shown.Select(at => $"{at.Step}")]);
        plot.Axes.SetLimitsY(0, 1.05 * shown.Max(at => at.TestLoss));
        plot.ShowLegend(Alignment.UpperRight).FontSize = 16;
        return ChartFile.Save(plot, folder, "loss.png", 1000, 650);
    }

    private static void Add(Plot plot, double[] x, double[] y, string name, Color color)
    {
        Scatter line = plot.Add.Scatter(x, y);
        line.LegendText = name;
        line.Color = color;
        line.LineWidth = 3;
        line.MarkerSize = 9;
    }
}
