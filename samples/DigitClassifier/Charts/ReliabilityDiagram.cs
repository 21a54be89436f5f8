using DigitClassifier.Analysis;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;
using Samples.Common;

namespace DigitClassifier.Charts;

/// <summary>Accuracy by confidence: on the diagonal, a classifier is as often right as it is sure.</summary>
internal static class ReliabilityDiagram
{
    public static PlotModel Draw(Calibration calibration)
    {
        PlotModel plot = ChartFile.Create(
            Tables.Text($"Reliability: expected calibration error {100 * calibration.ExpectedError:F2} %"),
            PercentAxis("confidence: probability of the chosen digit (%)", 1.02),
            PercentAxis("accuracy: share of rows classified correctly (%)", 1.04));
        plot.Series.Add(Bars(calibration));
        plot.Series.Add(Diagonal());
        plot.Series.Add(Means(calibration));
        foreach (CalibrationBin bin in calibration.Bins)
            plot.Annotations.Add(Count(bin));
        ChartFile.AddLegend(plot, LegendPosition.LeftTop);
        return plot;
    }

    private static RectangleBarSeries Bars(Calibration calibration)
    {
        RectangleBarSeries bars = new() { Title = "accuracy of the rows in a bin", FillColor = ChartColors.Pale, StrokeThickness = 0 };
        foreach (CalibrationBin bin in calibration.Bins)
        {
            double gap = 0.03 * (bin.To - bin.From);
            bars.Items.Add(new RectangleBarItem(bin.From + gap, 0, bin.To - gap, bin.Accuracy));
        }

        return bars;
    }

    private static LineSeries Diagonal() => new()
    {
        Title = "perfect calibration",
        Color = ChartColors.Ink,
        LineStyle = LineStyle.Dash,
        Points = { new DataPoint(0, 0), new DataPoint(1, 1) },
    };

    private static ScatterSeries Means(Calibration calibration)
    {
        ScatterSeries means = new()
        {
            Title = "accuracy at the mean confidence of a bin",
            MarkerType = MarkerType.Circle,
            MarkerFill = ChartColors.Accent,
            MarkerSize = 6,
        };
        means.Points.AddRange(calibration.Bins.Select(bin => new ScatterPoint(bin.Confidence, bin.Accuracy)));
        return means;
    }

    private static TextAnnotation Count(CalibrationBin bin) => new()
    {
        Text = Tables.Text($"n = {bin.Count:N0}"),
        TextPosition = new DataPoint((bin.From + bin.To) / 2, 0.015),
        TextVerticalAlignment = VerticalAlignment.Bottom,
        StrokeThickness = 0,
        FontSize = 14,
    };

    private static LinearAxis PercentAxis(string title, double maximum) => new()
    {
        Title = title,
        Minimum = 0,
        Maximum = maximum,
        MajorStep = 0.1,
        MinorTickSize = 0,
        MajorGridlineStyle = LineStyle.Solid,
        LabelFormatter = share => Tables.Text($"{100 * share:F0}"),
    };
}
