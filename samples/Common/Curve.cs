using OxyPlot;
using OxyPlot.Series;

namespace Samples.Common;

/// <summary>A line through points that are marked. Curves of one chart differ in colour and in marker.</summary>
public static class Curve
{
    public static LineSeries Create(string name, OxyColor color, MarkerType marker, IEnumerable<(double X, double Y)> points)
    {
        LineSeries line = new()
        {
            Title = name,
            Color = color,
            StrokeThickness = 3,
            MarkerType = marker,
            MarkerFill = color,
            MarkerSize = 5,
        };
        line.Points.AddRange(points.Select(point => new DataPoint(point.X, point.Y)));
        return line;
    }
}
