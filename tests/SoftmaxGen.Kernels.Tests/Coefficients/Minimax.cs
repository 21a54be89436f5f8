using SoftmaxGen.Reference;

namespace SoftmaxGen.Kernels.Tests.Coefficients;

/// <summary>
/// The best coefficients for a sum of basis functions: those whose largest error on |r| &lt;= limit is the least. By the exchange algorithm of E. Ya. Remez (1934): at
/// one point more than there are coefficients the error is made to be equal and to alternate in sign; then these points move to where the error is largest.
/// </summary>
internal sealed class Minimax
{
    private const int Intervals = 400;

    private readonly BigFloat[][] _basis;
    private readonly BigFloat[] _target;

    public Minimax(BigFloat limit, Func<BigFloat, BigFloat> target, params Func<BigFloat, BigFloat>[] basis)
    {
        BigFloat[] grid = [.. Enumerable.Range(0, Intervals + 1).Select(k => limit * ((2 * k) - Intervals) / Intervals)];
        _basis = [.. grid.Select(r => basis.Select(function => function(r)).ToArray())];
        _target = [.. grid.Select(target)];
        Coefficients = Exchange(basis.Length);
    }

    public BigFloat[] Coefficients { get; }

    /// <summary>The largest error on the grid.</summary>
    public BigFloat LargestError(BigFloat[] coefficients) => Errors(coefficients).Select(BigFloat.Abs).Aggregate((a, b) => a > b ? a : b);

    private BigFloat[] Exchange(int count)
    {
        int[] points = FirstPoints(count + 1);
        while (true)
        {
            BigFloat[] coefficients = Equalise(points)[..count];
            int[] largest = Alternation(Errors(coefficients), count + 1);
            if (largest.SequenceEqual(points))
                return coefficients;
            points = largest;
        }
    }

    // Those of Chebyshev, but for one: all basis functions may be 0 in the middle.
    private static int[] FirstPoints(int count) =>
        [.. Enumerable.Range(0, count + 1).Where(k => k != (count / 2)).Select(k => (int)Math.Round(Intervals * (1 - Math.Cos(Math.PI * k / count)) / 2))];

    private BigFloat[] Errors(BigFloat[] coefficients) =>
        [.. _basis.Select((row, k) => row.Zip(coefficients, (function, coefficient) => function * coefficient).Aggregate((a, b) => a + b) - _target[k])];

    // Where the error is largest between two changes of its sign.
    private static int[] Alternation(BigFloat[] errors, int count)
    {
        List<int> points = [];
        for (int k = 0; k < errors.Length; k++)
        {
            if (errors[k].Sign == 0)
                continue;
            if (points.Count == 0 || errors[points[^1]].Sign != errors[k].Sign)
                points.Add(k);
            else if (BigFloat.Abs(errors[k]) > BigFloat.Abs(errors[points[^1]]))
                points[^1] = k;
        }

        while (points.Count > count)
            points.RemoveAt(BigFloat.Abs(errors[points[0]]) < BigFloat.Abs(errors[points[^1]]) ? 0 : points.Count - 1);
        return [.. points];
    }

    // Coefficients and error for which the error is equal at all points, with alternating signs: Gaussian elimination with pivots.
    private BigFloat[] Equalise(int[] points)
    {
        int n = points.Length;
        BigFloat[][] rows = [.. points.Select((point, i) => (BigFloat[])[.. _basis[point], i % 2 == 0 ? 1 : -1, _target[point]])];
        for (int column = 0; column < n; column++)
        {
            int pivot = Enumerable.Range(column, n - column).MaxBy(i => BigFloat.Abs(rows[i][column]));
            (rows[column], rows[pivot]) = (rows[pivot], rows[column]);
            for (int i = 0; i < n; i++)
            {
                BigFloat factor = i == column ? BigFloat.Zero : rows[i][column] / rows[column][column];
                for (int j = column; factor.Sign != 0 && j <= n; j++)
                    rows[i][j] -= factor * rows[column][j];
            }
        }

        return [.. rows.Select((row, i) => row[n] / row[i])];
    }
}
