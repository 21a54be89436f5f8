using DigitSpotting.Network;
using DigitSpotting.Pages;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;
using Samples.Common;
using SoftmaxRegression.Input;

namespace DigitSpotting.Report;

/// <summary>The page with what was recognised on it, and the confidence at each position of the window.</summary>
internal static class PageChart
{
    private const int PixelsOfWidth = 1200;

    // For the names of digits at the right edge, in pixels of the page.
    private const int Margin = 4;

    public static string SavePage(Page page, IReadOnlyList<SpottedDigit> spotted, Comparison? comparison, string folder)
    {
        PlotModel plot = Create("Recognised digits", page, "ink (0 to 1)", OxyColors.White, ChartColors.Ink, (x, y) => page.Pixels[(y * page.Width) + x]);
        foreach (SpottedDigit digit in spotted)
        {
            bool wrong = comparison is not null && !comparison.Found.Contains(digit);
            plot.Annotations.Add(Box(digit.Top, digit.Left, wrong ? ChartColors.Accent : ChartColors.Fill, $"{digit.Digit}"));
        }

        foreach (PlacedDigit digit in comparison?.Missed ?? [])
            plot.Annotations.Add(Box(digit.Top, digit.Left, ChartColors.Third, "?"));
        plot.Subtitle = comparison is null ? null : "blue: correct · vermilion: wrong · green, ?: missed";
        return ChartFile.Save(plot, folder, "page.svg", PixelsOfWidth, Height(page));
    }

    public static string SaveConfidence(Page page, ConfidenceMap map, string folder)
    {
        // A position is that of the window's corner; it is drawn at the middle of the window.
        const int Middle = ImageSet.Side / 2;
        PlotModel plot = Create("Confidence: the probability of the most probable digit", page, "probability", OxyColors.White, ChartColors.Fill, (x, y) =>
            x - Middle is >= 0 and var left && left < map.Width && y - Middle is >= 0 and var top && top < map.Height ? map.At(top, left).Confidence : double.NaN);
        return ChartFile.Save(plot, folder, "confidence.svg", PixelsOfWidth, Height(page));
    }

    private static int Height(Page page) => 170 + (int)((double)(PixelsOfWidth - 190) * page.Height / page.Width);

    private static PlotModel Create(string title, Page page, string scale, OxyColor low, OxyColor high, Func<int, int, double> value)
    {
        PlotModel plot = ChartFile.Create(
            title,
            new LinearAxis { Title = "column (pixels)", Minimum = 0, Maximum = page.Width + Margin },
            new LinearAxis { Title = "row (pixels)", Minimum = 0, Maximum = page.Height, StartPosition = 1, EndPosition = 0 });
        plot.Axes.Add(new LinearColorAxis
        {
            Title = scale,
            Position = AxisPosition.Right,
            Minimum = 0,
            Maximum = 1,
            FontSize = 15,
            TitleFontSize = 16,
            Palette = OxyPalette.Interpolate(256, low, high),
            InvalidNumberColor = ChartColors.Paper,
        });
        double[,] data = new double[page.Width, page.Height];
        for (int y = 0; y < page.Height; y++)
        {
            for (int x = 0; x < page.Width; x++)
                data[x, y] = value(x, y);
        }

        plot.Series.Add(new HeatMapSeries
        {
            X0 = 0.5,
            X1 = page.Width - 0.5,
            Y0 = 0.5,
            Y1 = page.Height - 0.5,
            Data = data,
            Interpolate = false,
            RenderMethod = HeatMapRenderMethod.Bitmap,
        });
        return plot;
    }

    private static RectangleAnnotation Box(int top, int left, OxyColor color, string text) => new()
    {
        MinimumX = left,
        MaximumX = left + ImageSet.Side,
        MinimumY = top,
        MaximumY = top + ImageSet.Side,
        Fill = OxyColors.Transparent,
        Stroke = color,
        StrokeThickness = 2,
        Text = text,
        TextColor = color,
        FontSize = 20,
        FontWeight = FontWeights.Bold,
        TextPosition = new DataPoint(left + ImageSet.Side + 0.2, top + (ImageSet.Side / 2.0)),
        TextHorizontalAlignment = HorizontalAlignment.Left,
        TextVerticalAlignment = VerticalAlignment.Middle,
    };
}
