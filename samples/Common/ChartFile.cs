using ScottPlot;

namespace Samples.Common;

/// <summary>A chart as an image file.</summary>
public static class ChartFile
{
    /// <returns>The full path.</returns>
    public static string Save(Plot plot, string folder, string name, int width, int height)
    {
        Directory.CreateDirectory(folder);
        string file = Path.GetFullPath(Path.Combine(folder, name));
        File.WriteAllBytes(file, plot.GetImageBytes(width, height, ImageFormat.Png));
        return file;
    }

    /// <summary>A plot with nothing in it.</summary>
    public static Plot Create(string title, string horizontal, string vertical)
    {
        Typeface.Use();
        Plot plot = new();
        plot.Title(title, size: 22);
        plot.XLabel(horizontal, size: 16);
        plot.YLabel(vertical, size: 16);
        plot.Axes.Bottom.TickLabelStyle.FontSize = 15;
        plot.Axes.Left.TickLabelStyle.FontSize = 15;
        return plot;
    }
}
