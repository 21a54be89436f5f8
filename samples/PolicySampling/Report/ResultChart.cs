using PolicySampling.Game;
using Samples.Common;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace PolicySampling.Report;

/// <summary>Won, drawn and lost games by temperature.</summary>
internal static class ResultChart
{
    private static readonly double[] Temperatures = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 1000];

    /// <returns>The full path.</returns>
    public static string Save(string folder)
    {
        Match[] matches = [.. Temperatures.Select(temperature => Match.Play(Application.Games, temperature, 4, Application.Seed))];
        double[] x = [.. Temperatures.Select(Math.Log2)];
        using Plot plot = ChartFile.Create("Games against a player of temperature 4", "temperature (logarithmic scale)", "share of the games (%)");
        Add(plot, x, [.. matches.Select(match => Share(match.Wins))], "won", ChartColors.Fill);
        Add(plot, x, [.. matches.Select(match => Share(match.Draws))], "drawn", ChartColors.Pale);
        Add(plot, x, [.. matches.Select(match => Share(match.Losses))], "lost", ChartColors.Accent);
        plot.Axes.Bottom.TickGenerator = new NumericManual(x, [.. Temperatures.Select(temperature => Tables.Text($"{temperature}"))]);
        plot.Axes.SetLimitsY(0, 100);
        plot.ShowLegend(Alignment.UpperRight).FontSize = 16;
        return ChartFile.Save(plot, folder, "results.png", 1000, 650);
    }

    private static double Share(int games) => 100.0 * games / Application.Games;

    private static void Add(Plot plot, double[] x, double[] y, string name, Color color)
    {
        Scatter line = plot.Add.Scatter(x, y);
        line.LegendText = name;
        line.Color = color;
        line.LineWidth = 3;
        line.MarkerSize = 9;
    }
}
