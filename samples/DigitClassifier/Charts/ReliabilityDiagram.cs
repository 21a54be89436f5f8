using System.Globalization;
using DigitClassifier.Analysis;
using Samples.Common;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace DigitClassifier.Charts;

/// <summary>Accuracy by confidence: on the diagonal, a classifier is as often right as it is sure.</summary>
internal static class ReliabilityDiagram
{
    public static Plot Draw(Calibration calibration)
    {
        string error = (100 * calibration.ExpectedError).ToString("F2", CultureInfo.InvariantCulture);
        Plot plot = ChartFile.Create(
            $"Reliability: expected calibration error {error} %",
            "confidence: probability of the chosen digit (%)",
            "accuracy: share of rows classified rightly (%)");
        BarPlot bars = plot.Add.Bars(calibration.Bins.Select(ToBar).ToArray());
        bars.LegendText = "accuracy of the rows in a bin";
        foreach (CalibrationBin bin in calibration.Bins)
        {
            Text count = plot.Add.Text(string.Create(CultureInfo.InvariantCulture, $"n = {bin.Count:N0}"), (bin.From + bin.To) / 2, 0.02);
            count.LabelFontSize = 14;
            count.LabelFontColor = ChartColors.Ink;
            count.LabelAlignment = Alignment.LowerCenter;
        }

        LinePlot diagonal = plot.Add.Line(0, 0, 1, 1);
        diagonal.LineColor = ChartColors.Ink;
        diagonal.LinePattern = LinePattern.Dashed;
        diagonal.LineWidth = 2;
        diagonal.LegendText = "perfect calibration";

        Scatter means = plot.Add.ScatterPoints(
            calibration.Bins.Select(bin => bin.Confidence).ToArray(),
            calibration.Bins.Select(bin => bin.Accuracy).ToArray());
        means.Color = ChartColors.Accent;
        means.MarkerSize = 11;
        means.LegendText = "accuracy at the mean confidence of a bin";

        plot.ShowLegend(Alignment.UpperLeft).FontSize = 15;
        plot.Axes.SetLimits(0, 1.02, 0, 1.04);
        UsePercent(plot.Axes.Bottom);
        UsePercent(plot.Axes.Left);
        return plot;
    }

    private static void UsePercent(IAxis axis)
    {
        double[] tenths = [.. Enumerable.Range(0, 11).Select(tenth => tenth / 10.0)];
        axis.TickGenerator = new NumericManual(tenths, [.. tenths.Select(tenth => $"{100 * tenth:F0}")]);
    }

    private static Bar ToBar(CalibrationBin bin) => new()
    {
        Position = (bin.From + bin.To) / 2,
        Size = (bin.To - bin.From) * 0.94,
        Value = bin.Accuracy,
        FillColor = ChartColors.Pale,
        LineWidth = 0,
    };
}
