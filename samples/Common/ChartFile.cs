using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;

namespace Samples.Common;

/// <summary>A chart as an SVG file, which every browser shows. Drawing one needs no native library and no fonts.</summary>
public static class ChartFile
{
    /// <returns>The full path.</returns>
    public static string Save(PlotModel plot, string folder, string name, int width, int height)
    {
        Directory.CreateDirectory(folder);
        string file = Path.GetFullPath(Path.Combine(folder, name));
        SvgExporter exporter = new() { Width = width, Height = height, UseVerticalTextAlignmentWorkaround = true, TextMeasurer = new PixelMeasurer() };
        File.WriteAllText(file, exporter.ExportToString(plot));
        return file;
    }

    /// <summary>A plot with nothing in it.</summary>
    public static PlotModel Create(string title, Axis horizontal, Axis vertical)
    {
        PlotModel plot = new()
        {
            Title = title,
            TitleFontSize = 22,
            DefaultFont = "Arial",
            Background = OxyColors.White,
            TextColor = ChartColors.Ink,
            PlotAreaBorderColor = ChartColors.Ink,
            Padding = new OxyThickness(12),
        };
        horizontal.Position = AxisPosition.Bottom;
        vertical.Position = AxisPosition.Left;
        foreach (Axis axis in new[] { horizontal, vertical })
        {
            axis.FontSize = 15;
            axis.TitleFontSize = 16;
            axis.AxisTitleDistance = 8;
            axis.TicklineColor = ChartColors.Ink;
            axis.MajorGridlineColor = OxyColor.FromAColor(30, ChartColors.Ink);
            plot.Axes.Add(axis);
        }

        return plot;
    }

    /// <summary>Names the series in a corner of the plot.</summary>
    public static void AddLegend(PlotModel plot, LegendPosition corner) => plot.Legends.Add(new Legend
    {
        LegendPosition = corner,
        LegendBackground = OxyColors.White,
        LegendBorder = ChartColors.Pale,
        LegendFontSize = 15,
        LegendMargin = 12,
        LegendPadding = 10,
    });
}
