namespace SoftmaxGen.Benchmarks.Charts;

/// <summary>A logarithmic axis between two places on the paper.</summary>
internal sealed class LogAxis
{
    private const double Margin = 1.15;
    private const int FewestTicks = 3;

    private readonly double low;
    private readonly double high;
    private readonly int from;
    private readonly int to;

    private LogAxis(double low, double high, IReadOnlyList<double>? ticks, int from, int to)
    {
        (this.low, this.high, this.from, this.to) = (Math.Log(low), Math.Log(high), from, to);
        Ticks = Within(ticks ?? Decades(1));
        if (Ticks.Count < FewestTicks)
            Ticks = Within(Decades(1, 2, 5));

        double[] Within(IEnumerable<double> all) => [.. all.Where(tick => tick >= low && tick <= high)];
    }

    public IReadOnlyList<double> Ticks { get; }

    public static LogAxis Around(IEnumerable<double> values, IReadOnlyList<double>? ticks, int from, int to)
    {
        double[] all = [.. values];
        return new LogAxis(all.Min() / Margin, all.Max() * Margin, ticks, from, to);
    }

    /// <summary>Where a value stands, to a tenth of a pixel.</summary>
    public double At(double value) => Math.Round(from + ((to - from) * (Math.Log(value) - low) / (high - low)), 1);

    private static IEnumerable<double> Decades(params IReadOnlyList<int> digits) =>
        Enumerable.Range(-10, 20).SelectMany(power => digits.Select(digit => digit * Math.Pow(10, power)));
}
