using DigitClassifier.Analysis;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using Samples.Common;

namespace DigitClassifier.Charts;

/// <summary>The confusion matrix in colour. A logarithmic scale shows the few confusions beside the many hits.</summary>
internal static class ConfusionHeatMap
{
    private static readonly OxyPalette Palette = OxyPalette.Interpolate(256, ChartColors.Paper, ChartColors.Fill, ChartColors.Ink);

    public static PlotModel Draw(ConfusionMatrix confusion)
    {
        PlotModel plot = ChartFile.Create(
            "Confusion matrix: rows of each true digit by chosen digit",
            DigitAxis("chosen digit"),
            DigitAxis("true digit", reversed: true));
        int[] digits = [.. Enumerable.Range(0, Digits.Length)];
        double most = digits.Max(label => digits.Max(choice => Intensity(confusion[label, choice])));
        foreach (int label in digits)
        {
            foreach (int choice in digits)
                plot.Annotations.Add(Cell(confusion[label, choice], choice, label, Intensity(confusion[label, choice]) / most));
        }

        return plot;
    }

    private static double Intensity(int count) => Math.Log10(1 + count);

    private static RectangleAnnotation Cell(int count, int choice, int label, double share) => new()
    {
        MinimumX = choice - 0.5,
        MaximumX = choice + 0.5,
        MinimumY = label - 0.5,
        MaximumY = label + 0.5,
        Layer = AnnotationLayer.BelowAxes,
        Fill = Palette.Colors[(int)(share * (Palette.Colors.Count - 1))],
        Text = count > 0 ? $"{count}" : null,
        TextColor = share > 0.4 ? OxyColors.White : ChartColors.Ink,
        FontSize = 18,
    };

    private static LinearAxis DigitAxis(string title, bool reversed = false) => new()
    {
        Title = title,
        Minimum = -0.5,
        Maximum = Digits.Length - 0.5,
        MajorStep = 1,
        MinorTickSize = 0,
        StartPosition = reversed ? 1 : 0,
        EndPosition = reversed ? 0 : 1,
    };
}
