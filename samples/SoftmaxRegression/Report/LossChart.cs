using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using Samples.Common;
using SoftmaxRegression.Training;

namespace SoftmaxRegression.Report;

/// <summary>The loss by step, on seen and on unseen images.</summary>
internal static class LossChart
{
    /// <returns>The full path.</returns>
    public static string Save(TrainingRun run, string folder)
    {
        Milestone[] shown = [.. run.Milestones.Where(at => at.Step > 0)];
        PlotModel plot = ChartFile.Create(
            "Training: loss by step",
            new LogarithmicAxis { Title = "steps (logarithmic scale)", LabelFormatter = PowerOfTen },
            new LinearAxis
            {
                Title = "mean cross-entropy with weight decay (nat)",
                Minimum = 0,
                Maximum = 1.05 * shown.Max(at => at.TestLoss),
                MajorGridlineStyle = LineStyle.Solid,
            });
        plot.Series.Add(Curve.Create("images trained on", ChartColors.Fill, MarkerType.Circle, shown.Select(at => ((double)at.Step, at.TrainingLoss))));
        plot.Series.Add(Curve.Create("unseen images", ChartColors.Accent, MarkerType.Square, shown.Select(at => ((double)at.Step, at.TestLoss))));
        ChartFile.AddLegend(plot, LegendPosition.RightTop);
        return ChartFile.Save(plot, folder, "loss.svg", 1000, 650);
    }

    // The steps between two powers have ticks of their own, at positions that are rounded: a label on each would run into the next.
    private static string PowerOfTen(double step)
    {
        double power = Math.Round(Math.Log10(step));
        return Math.Abs(Math.Log10(step) - power) < 1e-9 ? Tables.Text($"{Math.Pow(10, power):N0}") : "";
    }
}
