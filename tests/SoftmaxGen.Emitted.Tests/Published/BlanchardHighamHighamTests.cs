using System.Globalization;
using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Published;

/// <summary>
/// The experiment of P. Blanchard, D. J. Higham, N. J. Higham, "Accurately computing the log-sum-exp and softmax functions",
/// IMA J. Numer. Anal. 41(4), 2021: the 2,500 rows of ten logits of their digit classifier, and their error bounds for the shifted formulas,
/// u being the unit roundoff. The data and its notice are in samples/DigitClassifier/Data.
/// </summary>
public class BlanchardHighamHighamTests
{
    private const int Classes = 10;

    private static readonly Lazy<(int Label, float[] Logits)[]> Rows = new(Read);

    [Fact]
    public void Single_precision_is_within_their_bounds() => CheckBounds<float>(Math.ScaleB(1, -24));

    [Fact]
    public void Double_precision_is_within_their_bounds() => CheckBounds<double>(Math.ScaleB(1, -53));

    [Fact]
    public void The_mean_cross_entropy_has_its_published_digits()
    {
        EmittedHost<double> host = EmittedCode.Host<double>(Classes);
        double mean = Rows.Value.Average(row => host.CrossEntropy(Array.ConvertAll(row.Logits, value => (double)value), row.Label));
        Assert.Equal(0.0751917659152839499, mean, 1e-15);
    }

    [Fact]
    public void The_largest_probability_is_at_the_label_of_2473_digits()
    {
        EmittedHost<float> host = EmittedCode.Host<float>(Classes);
        var p = new float[Classes];
        Assert.Equal(2473, Rows.Value.Count(row =>
        {
            host.Softmax(row.Logits, p);
            return p.AsSpan().IndexOf(p.Max()) == row.Label;
        }));
    }

    /// <summary>
    /// Relative errors: (1 + |y + n - x_min| / |y|) u for log-sum-exp and (n + 2 + 2 (x_max - x_min)) u for softmax, to first order in u.
    /// Their formulas pay for the rounding of x_i - x_max; the emitted code doesn't round it and has to keep half of the bound for softmax.
    /// </summary>
    private static void CheckBounds<T>(double u)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        EmittedHost<T> host = EmittedCode.Host<T>(Classes);
        var softmaxWorst = new Worst();
        var logSumExpWorst = new Worst();
        var p = new T[Classes];
        foreach ((_, float[] logits) in Rows.Value)
        {
            T[] x = Array.ConvertAll(logits, T.CreateChecked);
            SoftmaxReference reference = SoftmaxReference.Of<T>(x);
            double least = logits.Min(), most = logits.Max(), y = Rounding.ToDouble(reference.LogSumExp);

            T logSumExp = host.LogSumExp(x);
            double relative = Rounding.ErrorIn(BigFloat.Abs(reference.LogSumExp), logSumExp, reference.LogSumExp);
            logSumExpWorst.Add(relative, (1 + (Math.Abs(y + Classes - least) / Math.Abs(y))) * u, host, "log-sum-exp", 0, logSumExp, reference.LogSumExp);

            host.Softmax(x, p);
            BigFloat[] exact = reference.Softmax();
            for (int i = 0; i < Classes; i++)
            {
                relative = Rounding.ErrorIn(exact[i], p[i], exact[i]);
                softmaxWorst.Add(relative, (Classes + 2 + (2 * (most - least))) * u / 2, host, "softmax", i, p[i], exact[i]);
            }
        }

        softmaxWorst.AssertWithinBounds();
        logSumExpWorst.AssertWithinBounds();
    }

    private static (int Label, float[] Logits)[] Read() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "mnist-logits.csv")).Skip(1).Select(line =>
        {
            string[] cells = line.Split(',');
            return (int.Parse(cells[0], CultureInfo.InvariantCulture), cells[2..].Select(cell => float.Parse(cell, CultureInfo.InvariantCulture)).ToArray());
        }),
    ];
}
