using System.Globalization;
using System.Text;

namespace SoftmaxGen.Benchmarks.Charts;

/// <summary>A chart with two logarithmic axes, as an SVG file that a browser shows as it is.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="X">The title of the horizontal axis.</param>
/// <param name="Y">The title of the vertical axis.</param>
/// <param name="Series">Lines, or clouds of points.</param>
internal sealed record Chart(string Title, string X, string Y, IReadOnlyList<Series> Series)
{
    private const int Width = 820, Height = 460, Left = 70, Right = 210, Top = 44, Bottom = 52;

    // Okabe and Ito's colours, which the colour-blind can tell apart.
    private static readonly string[] Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"];

    /// <summary>The horizontal ticks that are labelled; powers of ten where not given.</summary>
    public IReadOnlyList<double>? XTicks { get; init; }

    public string ToSvg()
    {
        Point[] points = [.. Series.SelectMany(series => series.Points)];
        LogAxis x = LogAxis.Around(points.Select(point => point.X), XTicks, Left, Width - Right);
        LogAxis y = LogAxis.Around(points.Select(point => point.Y), null, Height - Bottom, Top);

        StringBuilder svg = new();
        Line(svg, $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {Width} {Height}' font-family='sans-serif' font-size='12'>");
        Line(svg, $"<rect width='{Width}' height='{Height}' fill='white'/>");
        Line(svg, $"<text x='{Left}' y='24' font-size='15' font-weight='bold'>{Escape(Title)}</text>");
        foreach (double tick in x.Ticks)
        {
            Line(svg, $"<path d='M{x.At(tick)} {Top}V{Height - Bottom}' stroke='#ddd'/>");
            Line(svg, $"<text x='{x.At(tick)}' y='{Height - Bottom + 17}' text-anchor='middle'>{Label(tick)}</text>");
        }

        foreach (double tick in y.Ticks)
        {
            Line(svg, $"<path d='M{Left} {y.At(tick)}H{Width - Right}' stroke='#ddd'/>");
            Line(svg, $"<text x='{Left - 6}' y='{y.At(tick) + 4}' text-anchor='end'>{Label(tick)}</text>");
        }

        Line(svg, $"<text x='{(Left + Width - Right) / 2}' y='{Height - 12}' text-anchor='middle'>{Escape(X)}</text>");
        Line(svg, $"<text transform='translate(16 {(Top + Height - Bottom) / 2}) rotate(-90)' text-anchor='middle'>{Escape(Y)}</text>");
        for (int i = 0; i < Series.Count; i++)
            Draw(svg, Series[i], Colours[i % Colours.Length], x, y, Top + 10 + (20 * i));
        Line(svg, $"</svg>");
        return svg.ToString();
    }

    private static void Draw(StringBuilder svg, Series series, string colour, LogAxis x, LogAxis y, int legend)
    {
        string[] places = [.. series.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{x.At(point.X)} {y.At(point.Y)}")).Distinct()];
        if (series.IsLine)
            Line(svg, $"<path d='M{string.Join('L', places)}' fill='none' stroke='{colour}' stroke-width='2'/>");
        // Lines of no length, whose round ends are dots.
        Line(svg, $"<path d='{string.Concat(places.Select(place => $"M{place}h0"))}' stroke='{colour}' stroke-width='{(series.IsLine ? 6 : 3)}' stroke-linecap='round'/>");
        Line(svg, $"<path d='M{Width - Right + 14} {legend}h18' stroke='{colour}' stroke-width='3'/>");
        Line(svg, $"<text x='{Width - Right + 38}' y='{legend + 4}'>{Escape(series.Name)}</text>");
    }

    private static void Line(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Label(double value) => value.ToString(value >= 1 ? "#,0" : "0.####", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
