using System.Numerics;

namespace SoftmaxGen.Reference;

/// <summary>
/// softmax and its relatives of one row of finite inputs, which are taken as exact. Every result, the tiniest ones too,
/// has a relative error below 2^-100: nothing here subtracts two nearly equal rounded numbers unless the inputs themselves do.
/// </summary>
public sealed class SoftmaxReference
{
    private readonly BigFloat[] shifted;      // x_i - max, or that over the temperature
    private readonly BigFloat[] exponentials; // e^shifted_i
    private readonly int largest;
    private readonly BigFloat others;         // the sum of the exponentials without the largest one, which is 1

    private SoftmaxReference(BigFloat[] x, BigFloat temperature)
    {
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] > x[largest])
                largest = i;
        }

        Maximum = x[largest] / temperature;
        shifted = Array.ConvertAll(x, value => (value - x[largest]) / temperature);
        exponentials = Array.ConvertAll(shifted, Elementary.Exp);
        others = BigFloat.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            if (i != largest)
                others += exponentials[i];
        }
    }

    public int Length => shifted.Length;

    public BigFloat Maximum { get; }

    public BigFloat LogSumExp => Maximum + Elementary.Log1p(others);

    private BigFloat Sum => 1 + others;

    public static SoftmaxReference Of<T>(ReadOnlySpan<T> x, double temperature = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(Exact.Row(x), temperature);

    public BigFloat[] Softmax()
    {
        BigFloat sum = Sum;
        return Array.ConvertAll(exponentials, e => e / sum);
    }

    public BigFloat[] LogSoftmax()
    {
        BigFloat log = Elementary.Log1p(others);
        return Array.ConvertAll(shifted, d => d - log);
    }

    /// <summary>1 - p_i, relatively accurate where p_i is next to 1.</summary>
    public BigFloat Complement(int i) => (i == largest ? others : Sum - exponentials[i]) / Sum;

    /// <summary>-sum_k p_k log p_k, as the sum of two numbers that are not negative.</summary>
    public BigFloat Entropy()
    {
        BigFloat weighted = BigFloat.Zero;
        for (int k = 0; k < Length; k++)
            weighted += exponentials[k] * -shifted[k];
        return Elementary.Log1p(others) + (weighted / Sum);
    }

    /// <summary>-log p_label.</summary>
    public BigFloat CrossEntropy(int label) => Elementary.Log1p(others) - shifted[label];

    /// <summary>-sum_k t_k log p_k.</summary>
    public BigFloat CrossEntropy(BigFloat[] target)
    {
        BigFloat loss = BigFloat.Zero, log = Elementary.Log1p(others);
        for (int k = 0; k < Length; k++)
            loss += target[k] * (log - shifted[k]);
        return loss;
    }

    /// <summary>sum_k p_k (max - x_k), over the temperature.</summary>
    public BigFloat MeanDistance()
    {
        BigFloat weighted = BigFloat.Zero;
        for (int k = 0; k < Length; k++)
            weighted += exponentials[k] * -shifted[k];
        return weighted / Sum;
    }

    /// <summary>(max - x_i) over the temperature.</summary>
    public BigFloat Distance(int i) => -shifted[i];

    /// <summary>p - onehot(label).</summary>
    public BigFloat[] CrossEntropyGradient(int label)
    {
        BigFloat[] gradient = Softmax();
        gradient[label] = -Complement(label);
        return gradient;
    }

    /// <summary>p_i (delta_ij - p_j), row-major.</summary>
    public BigFloat[] Jacobian()
    {
        BigFloat[] p = Softmax();
        var jacobian = new BigFloat[Length * Length];
        for (int i = 0; i < Length; i++)
        {
            for (int j = 0; j < Length; j++)
                jacobian[(i * Length) + j] = i == j ? p[i] * Complement(i) : -(p[i] * p[j]);
        }

        return jacobian;
    }
}
