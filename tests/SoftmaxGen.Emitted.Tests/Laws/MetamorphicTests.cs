using System.Numerics;
using System.Runtime.InteropServices;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Laws;

public class SingleMetamorphicTests : MetamorphicTests<float>;

public class DoubleMetamorphicTests : MetamorphicTests<double>;

/// <summary>
/// Laws that hold between results, whatever the exact values are. Where two results stand for the same exact value, each is within
/// its own bound B of it, and so they are within 2 B of each other: ulp of the larger of the two, which is at least that of the exact value
/// but for results around a power of two, hence at most 2 B ulp of either and one for the edge.
/// </summary>
public abstract class MetamorphicTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Theory, CombinatorialCases]
    public void A_shift_of_all_logits_changes_nothing(SoftmaxAccuracy accuracy) => ForEachRow(accuracy, (host, x) =>
    {
        // Multiples of 1/64 below 2^11, and so are their sums with the shifts: no rounding.
        x = Array.ConvertAll(x, value => T.Round(value * T.CreateChecked(64)) / T.CreateChecked(64));
        T[] expected = Softmax(host, x);
        foreach (double shift in new[] { 1, -64.5, 1000, -2047.25 })
            AssertClose(host, expected, Softmax(host, Array.ConvertAll(x, value => value + T.CreateChecked(shift))), $"shifted by {shift}");
    });

    [Theory, CombinatorialCases]
    public void A_permutation_of_the_logits_permutes_the_probabilities(SoftmaxAccuracy accuracy) => ForEachRow(accuracy, (host, x) =>
    {
        int[] order = [.. Enumerable.Range(0, x.Length)];
        new Random(x.Length).Shuffle(order);
        T[] expected = Softmax(host, x), permuted = Softmax(host, Array.ConvertAll(order, i => x[i]));
        AssertClose(host, Array.ConvertAll(order, i => expected[i]), permuted, "permuted");
    });

    /// <summary>Each probability is off by at most B ulp, which is 2 B u p or B spacings: in all 2 B u and N B spacings.</summary>
    [Theory, CombinatorialCases]
    public void The_probabilities_sum_to_one(SoftmaxAccuracy accuracy) => ForEachRow(accuracy, (host, x) =>
    {
        BigFloat sum = Exact.Row<T>(Softmax(host, x)).Aggregate(BigFloat.Zero, (total, p) => total + p);
        BigFloat ulp = Rounding.Ulp<T>(1), spacings = x.Length * Rounding.Ulp<T>(0);
        BigFloat allowed = Math.Max(1, Bounds.Softmax<T>(accuracy, x.Length)) * (ulp + spacings);
        Assert.True(BigFloat.Abs(sum - 1) <= allowed, $"{host}: the sum is off by {sum - 1}");
    });

    [Theory, CombinatorialCases]
    public void Rows_together_have_the_bits_of_rows_alone(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach (int rows in new[] { 1, 2, 7, 8, 9, 16, 17, 33 }.Where(rows => rows <= 9 || length <= 130))
            {
                T[] x = Distribution.Normal5.Sample<T>(length * rows, seed: rows), softmax = new T[x.Length], logSoftmax = new T[x.Length], gradient = new T[x.Length], single = new T[length];
                int[] labels = [.. Enumerable.Range(0, rows).Select(row => row * 5 % length)];
                host.SoftmaxRows(x, softmax);
                host.LogSoftmaxRows(x, logSoftmax);
                host.CrossEntropyGradientRows(x, labels, gradient);
                for (int row = 0; row < rows; row++)
                {
                    host.Softmax(x.AsSpan(row * length, length), single);
                    AssertSameBits(host, single, softmax.AsSpan(row * length, length), $"SoftmaxRows, row {row} of {rows}");
                    host.LogSoftmax(x.AsSpan(row * length, length), single);
                    AssertSameBits(host, single, logSoftmax.AsSpan(row * length, length), $"LogSoftmaxRows, row {row} of {rows}");
                    host.CrossEntropyGradient(x.AsSpan(row * length, length), labels[row], single);
                    AssertSameBits(host, single, gradient.AsSpan(row * length, length), $"CrossEntropyGradientRows, row {row} of {rows}");
                }
            }
        }
    }

    [Theory, CombinatorialCases]
    public void The_Jacobian_from_probabilities_is_the_Jacobian(SoftmaxAccuracy accuracy) => ForEachRow(accuracy, (host, x) =>
    {
        if (!host.HasJacobian)
            return;
        T[] expected = new T[x.Length * x.Length], actual = new T[x.Length * x.Length];
        host.Jacobian(x, expected);
        host.JacobianFromSoftmax(Softmax(host, x), actual);
        AssertSameBits(host, expected, actual, "JacobianFromSoftmax");
    });

    /// <summary>
    /// sum_j J_ij g_j against p_i (g_i - sum_k g_k p_k). In the first, every J_ij is off by at most 1.5 ulp, 3 u relative; in the second the sum is
    /// off by at most (N + 1) u sum_k |g_k p_k|, in whatever order it is taken, and the difference and the product round once each:
    /// p_i ((N + 5) u sum_k |g_k p_k| + 5 u |g_i|) and some subnormal spacings cover both.
    /// </summary>
    [Theory, CombinatorialCases]
    public void The_vector_product_is_the_Jacobian_times_the_vector(SoftmaxAccuracy accuracy) => ForEachRow(accuracy, (host, x) =>
    {
        if (!host.HasJacobian)
            return;
        T[] p = Softmax(host, x), g = Distribution.Normal1.Sample<T>(x.Length, seed: -x.Length), product = new T[x.Length], jacobian = new T[x.Length * x.Length];
        host.VectorJacobianProduct(p, g, product);
        host.JacobianFromSoftmax(p, jacobian);

        BigFloat[] exactG = Exact.Row<T>(g), exactP = Exact.Row<T>(p);
        BigFloat u = Rounding.Ulp<T>(1) / 2, spacing = Rounding.Ulp<T>(0);
        BigFloat magnitudes = Exact.Dot(Array.ConvertAll(exactG, BigFloat.Abs), exactP);
        for (int i = 0; i < x.Length; i++)
        {
            BigFloat byMatrix = Exact.Dot(Exact.Row<T>(jacobian.AsSpan(i * x.Length, x.Length)), exactG);
            BigFloat allowed = (exactP[i] * u * (((x.Length + 5) * magnitudes) + (5 * BigFloat.Abs(exactG[i])))) + (8 * x.Length * spacing);
            Assert.True(BigFloat.Abs(byMatrix - double.CreateChecked(product[i])) <= allowed, $"{host}: row {i}, {product[i]} for {byMatrix}");
        }
    });

    [Theory, CombinatorialCases]
    public void Both_vector_products_are_the_same(SoftmaxAccuracy accuracy) => ForEachRow(accuracy, (host, x) =>
    {
        T[] p = Softmax(host, x), backward = new T[x.Length], forward = new T[x.Length];
        host.VectorJacobianProduct(p, x, backward);
        host.JacobianVectorProduct(p, x, forward);
        AssertSameBits(host, backward, forward, "JacobianVectorProduct");
    });

    /// <summary>Both sides are within 4 ulp of their exact values, and the exact difference x_i - LogSumExp is the exact LogSoftmax.</summary>
    [Theory, CombinatorialCases]
    public void LogSoftmax_is_the_logit_less_LogSumExp(SoftmaxAccuracy accuracy) => ForEachRow(accuracy, (host, x) =>
    {
        BigFloat logSumExp = double.CreateChecked(host.LogSumExp(x));
        T[] logSoftmax = new T[x.Length];
        host.LogSoftmax(x, logSoftmax);
        for (int i = 0; i < x.Length; i++)
        {
            BigFloat difference = double.CreateChecked(x[i]) - logSumExp, actual = double.CreateChecked(logSoftmax[i]);
            BigFloat allowed = (Bounds.Logarithm<T>(host.Accuracy, host.Length) + 1) * (Rounding.Ulp<T>(logSumExp) + Rounding.Ulp<T>(actual));
            Assert.True(BigFloat.Abs(difference - actual) <= allowed, $"{host}: {logSoftmax[i]} for {difference}");
            Assert.Equal(-logSoftmax[i], host.CrossEntropy(x, i), (left, right) =>
                BigFloat.Abs((BigFloat)double.CreateChecked(left) - double.CreateChecked(right)) <= (2 * Bounds.Logarithm<T>(host.Accuracy, host.Length) + 1) * Rounding.Ulp<T>(actual));
        }
    });

    /// <summary>A sum of N terms, each of at most 2 B ulp of a probability: 2 B u relative for positive and negative ones alike.</summary>
    [Theory, CombinatorialCases]
    public void The_gradient_sums_to_zero(SoftmaxAccuracy accuracy) => ForEachRow(accuracy, (host, x) =>
    {
        T[] gradient = new T[x.Length];
        host.CrossEntropyGradient(x, x.Length / 2, gradient);
        BigFloat[] exact = Exact.Row<T>(gradient);
        BigFloat sum = exact.Aggregate(BigFloat.Zero, (total, g) => total + g);
        BigFloat magnitudes = exact.Aggregate(BigFloat.Zero, (total, g) => total + BigFloat.Abs(g));
        BigFloat allowed = Math.Max(1, Bounds.Softmax<T>(accuracy, x.Length)) * ((magnitudes * Rounding.Ulp<T>(1)) + (x.Length * Rounding.Ulp<T>(0)));
        Assert.True(BigFloat.Abs(sum) <= allowed, $"{host}: the sum is {sum}");
    });

    [Theory, CombinatorialCases]
    public void A_temperature_of_one_changes_nothing_beyond_the_bound(SoftmaxAccuracy accuracy) => ForEachRow(accuracy, (host, x) =>
    {
        T[] tempered = new T[x.Length];
        host.SoftmaxWithTemperature(x, T.One, tempered);
        AssertClose(host, Softmax(host, x), tempered, "at temperature 1");
    });

    private static void ForEachRow(SoftmaxAccuracy accuracy, Action<EmittedHost<T>, T[]> check)
    {
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach (Distribution distribution in new[] { Distribution.Normal1, Distribution.Normal30, Distribution.Ties })
                check(host, distribution.Sample<T>(length, seed: 31 * length));
        }
    }

    private static T[] Softmax(EmittedHost<T> host, T[] x)
    {
        var p = new T[x.Length];
        host.Softmax(x, p);
        return p;
    }

    private static void AssertClose(EmittedHost<T> host, T[] expected, T[] actual, string what)
    {
        double bound = (2 * Math.Max(1, Bounds.Softmax<T>(host.Accuracy, host.Length))) + 1;
        for (int i = 0; i < expected.Length; i++)
        {
            double error = Rounding.UlpError(actual[i], double.CreateChecked(expected[i]));
            Assert.True(error <= bound, $"{host}, {what}: {actual[i]:R} at {i}, but {expected[i]:R} before, {error} ulp apart");
        }
    }

    private static void AssertSameBits(EmittedHost<T> host, ReadOnlySpan<T> expected, ReadOnlySpan<T> actual, string what)
    {
        if (!MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(actual)))
            Assert.Fail($"{host}, {what}: other bits from element {expected.CommonPrefixLength(actual)} on.");
    }
}
