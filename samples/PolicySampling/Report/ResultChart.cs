using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using PolicySampling.Game;
using Samples.Common;

namespace PolicySampling.Report;

/// <summary>Won, drawn and lost games by temperature.</summary>
internal static class ResultChart
{
    private static readonly double[] Temperatures = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];

    /// <returns>The full path.</returns>
    public static string Save(string folder)
    {
        Match[] matches = [.. Temperatures.Select(temperature => Match.Play(Application.Games, temperature, 4, Application.Seed))];
        PlotModel plot = ChartFile.Create(
            "Games against a player of temperature 4",
            new LogarithmicAxis { Title = "temperature (logarithmic scale)", Base = 2, LabelFormatter = temperature => Tables.Text($"{temperature}") },
            new LinearAxis { Title = "share of the games (%)", Minimum = 0, Maximum = 100, MajorGridlineStyle = LineStyle.Solid });
        Add("won", ChartColors.Fill, MarkerType.Circle, match => match.Wins);
        Add("drawn", ChartColors.Third, MarkerType.Triangle, match => match.Draws);
        Add("lost", ChartColors.Accent, MarkerType.Square, match => match.Losses);
        ChartFile.AddLegend(plot, LegendPosition.RightTop);
        return ChartFile.Save(plot, folder, "results.svg", 1000, 650);

        void Add(string name, OxyColor color, MarkerType marker, Func<Match, int> games) =>
            plot.Series.Add(Curve.Create(name, color, marker, Temperatures.Zip(matches, (temperature, match) => (temperature, 100.0 * games(match) / Application.Games))));
    }
}
