using SoftmaxGen.Benchmarks.Accuracy;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Charts;

/// <summary>Charts of measured errors.</summary>
internal static class ErrorCharts
{
    /// <summary>The largest error of softmax against the length; what overflows is not on it.</summary>
    public static Chart Softmax(IReadOnlyList<ErrorOfMember> errors, string type)
    {
        ErrorOfMember[] chosen = [.. errors.Where(e => e.Member == Member.Softmax && e.Type == type)];
        IEnumerable<Series> series = chosen
            .GroupBy(e => e.Implementation)
            .Select(implementation => new Series(
                implementation.Key,
                [.. implementation.GroupBy(e => e.Length).Select(length => new Point(length.Key, length.Max(e => e.MaxUlp)))]))
            .Where(line => line.Points.All(point => double.IsFinite(point.Y)));
        return new Chart($"Largest error of softmax, {type}", "N", "ulp", [.. series]) { XTicks = [.. chosen.Select(e => (double)e.Length).Distinct().Where(n => n != 10 && n != 3)] };
    }

    /// <summary>Each row of the paper's data: the error against the bound, both in unit roundoffs.</summary>
    public static Chart Paper(IReadOnlyList<PaperRow> rows, params IEnumerable<string> implementations)
    {
        IEnumerable<Series> clouds = implementations.Select(name => new Series(
            name,
            [.. rows.Where(row => row.Member == Member.Softmax && row.Implementation == name && row.Error > 0).Select(row => new Point(row.Bound, row.Error))],
            IsLine: false));
        double[] bounds = [.. rows.Where(row => row.Member == Member.Softmax).Select(row => row.Bound).Order()];
        Series bound = new("bound of the paper", [new(bounds[0], bounds[0]), new(bounds[^1], bounds[^1])]);
        return new Chart("Error of softmax on 2,500 rows of logits, float", "bound / u", "error / u", [.. clouds.Reverse(), bound]) { XTicks = [20, 30, 40, 50, 60, 80, 100] };
    }
}
