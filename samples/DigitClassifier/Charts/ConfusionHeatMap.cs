using DigitClassifier.Analysis;
using Samples.Common;
using ScottPlot;
using ScottPlot.Colormaps;
using ScottPlot.TickGenerators;

namespace DigitClassifier.Charts;

/// <summary>The confusion matrix in colour. A logarithmic scale shows the few confusions beside the many hits.</summary>
internal static class ConfusionHeatMap
{
    public static Plot Draw(ConfusionMatrix confusion)
    {
        Plot plot = ChartFile.Create("Confusion matrix: rows of each true digit by chosen digit", "chosen digit", "true digit");
        double[,] intensities = new double[Digits.Length, Digits.Length];
        for (int label = 0; label < Digits.Length; label++)
        {
            for (int choice = 0; choice < Digits.Length; choice++)
                intensities[label, choice] = Math.Log10(1 + confusion[label, choice]);
        }

        double most = intensities.Cast<double>().Max();
        plot.Add.Heatmap(intensities).Colormap = new CustomInterpolated([ChartColors.Paper, ChartColors.Fill, ChartColors.Ink]);
        for (int label = 0; label < Digits.Length; label++)
        {
            for (int choice = 0; choice < Digits.Length; choice++)
            {
                if (confusion[label, choice] > 0)
                    AddCount(plot, confusion[label, choice], choice, Digits.Length - 1 - label, dark: intensities[label, choice] > 0.4 * most);
            }
        }

        string[] digits = [.. Enumerable.Range(0, Digits.Length).Select(digit => $"{digit}")];
        double[] positions = [.. Enumerable.Range(0, Digits.Length).Select(digit => (double)digit)];
        plot.Axes.Bottom.TickGenerator = new NumericManual(positions, digits);
        plot.Axes.Left.TickGenerator = new NumericManual(positions, [.. digits.Reverse()]);
        plot.Axes.SetLimits(-0.5, Digits.Length - 0.5, -0.5, Digits.Length - 0.5);
        plot.HideGrid();
        return plot;
    }

    private static void AddCount(Plot plot, int count, double x, double y, bool dark)
    {
        var text = plot.Add.Text($"{count}", x, y);
        text.LabelAlignment = Alignment.MiddleCenter;
        text.LabelFontSize = 18;
        text.LabelFontColor = dark ? Colors.White : ChartColors.Ink;
    }
}
