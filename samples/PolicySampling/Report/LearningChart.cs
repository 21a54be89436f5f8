using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using PolicySampling.Learning;
using Samples.Common;

namespace PolicySampling.Report;

/// <summary>The score of a policy by the games that it has learned from, with and without a bonus on the entropy.</summary>
internal static class LearningChart
{
    /// <returns>The full path.</returns>
    public static string Save(LearningRun withBonus, LearningRun withoutBonus, string folder)
    {
        PlotModel plot = ChartFile.Create(
            "Policy gradient: score by games played",
            new LinearAxis { Title = "games played (thousands)" },
            new LinearAxis { Title = "games won - games lost, as a share of all", MajorGridlineStyle = LineStyle.Solid });
        plot.Series.Add(Curve.Create(Tables.Text($"entropy bonus {LearningRun.Bonus}"), ChartColors.Fill, MarkerType.Circle, Points(withBonus, stage => stage.Outcome.Score)));
        plot.Series.Add(Curve.Create("no entropy bonus", ChartColors.Accent, MarkerType.Square, Points(withoutBonus, stage => stage.Outcome.Score)));
        plot.Series.Add(Curve.Create("best possible", ChartColors.Ink, MarkerType.None, Points(withBonus, _ => withBonus.Best.Score)));
        ChartFile.AddLegend(plot, LegendPosition.RightBottom);
        return ChartFile.Save(plot, folder, "learning.svg", 1000, 650);
    }

    private static IEnumerable<(double X, double Y)> Points(LearningRun run, Func<LearningStage, double> value) =>
        run.Stages.Select(stage => (stage.Games / 1000.0, value(stage)));
}
