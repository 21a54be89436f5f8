namespace SoftmaxGen.Benchmarks.Charts;

internal readonly record struct Point(double X, double Y);

/// <summary>One colour of a chart.</summary>
internal sealed record Series(string Name, IReadOnlyList<Point> Points, bool IsLine = true);
