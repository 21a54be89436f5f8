using System.Numerics;

namespace SoftmaxGen.Reference;

/// <summary>What has no exponential in it: the derivative's products, of probabilities and vectors that are taken as exact.</summary>
public static class Exact
{
    public static BigFloat[] Row<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var row = new BigFloat[values.Length];
        for (int i = 0; i < row.Length; i++)
            row[i] = double.CreateChecked(values[i]);
        return row;
    }

    public static BigFloat Dot(BigFloat[] left, BigFloat[] right)
    {
        BigFloat sum = BigFloat.Zero;
        for (int i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }

    /// <summary>p_i (g_i - sum_k g_k p_k): the product of the symmetric Jacobian with a vector, from either side.</summary>
    public static BigFloat[] JacobianTimesVector(BigFloat[] p, BigFloat[] g)
    {
        BigFloat dot = Dot(p, g);
        return Array.ConvertAll(Enumerable.Range(0, p.Length).ToArray(), i => p[i] * (g[i] - dot));
    }

    /// <summary>p_i (delta_ij - p_j), row-major, of probabilities that need not sum to exactly 1.</summary>
    public static BigFloat[] JacobianFromSoftmax(BigFloat[] p)
    {
        int n = p.Length;
        return Array.ConvertAll(
            Enumerable.Range(0, n * n).ToArray(),
            k => p[k / n] * ((k / n == k % n ? BigFloat.One : BigFloat.Zero) - p[k % n]));
    }
}
