using System.Numerics;
using SoftmaxGen.Adversary.Arithmetic;
using SoftmaxGen.Adversary.Inputs;

namespace SoftmaxGen.Adversary.Members;

/// <summary>
/// What the exact results of all members are made of, for one row. Probabilities are held times 2^<see cref="Scaling"/>,
/// so that subnormal ones are ordinary numbers in every arithmetic.
/// </summary>
internal sealed class ExactRow<TReal>(int length)
    where TReal : struct, IReal<TReal>
{
    public const int Scaling = 512;

    private readonly Terms<TReal> terms = new(length);
    private Terms<TReal>? second;
    private readonly Dictionary<string, TReal> once = [];
    private TReal? logarithm;

    public int Length => length;

    public int Label { get; private set; }

    /// <summary>The vector of a product.</summary>
    public TReal[] Vector { get; } = new TReal[length];

    /// <summary>Probabilities that a member was given, and that count as exact.</summary>
    public TReal[] Given { get; } = new TReal[length];

    public TReal Sum => terms.Sum;

    public TReal Maximum => TReal.From(terms.Maximum);

    /// <summary>log(sum_k e^(x_k - max)).</summary>
    public TReal Logarithm => logarithm ??= TReal.Log1p(TReal.Scale(terms.Others, -Scaling));

    /// <summary>sum_k g_k p_k of the given probabilities.</summary>
    public TReal Product { get; private set; }

    /// <summary>sum_k |g_k| p_k.</summary>
    public TReal Magnitude { get; private set; }

    /// <summary>(x_k - max) / temperature.</summary>
    public TReal Shifted(int k) => terms.Exponent(k);

    /// <summary>e^Shifted 2^Scaling.</summary>
    public TReal Term(int k) => terms[k];

    /// <summary>What logits are divided by.</summary>
    public TReal Temperature { get; private set; }

    /// <summary>(y_k - max of y) of the vector as a second row of logits.</summary>
    public TReal SecondShifted(int k) => second!.Exponent(k);

    /// <summary>log(sum_k e^(y_k - max of y)).</summary>
    public TReal SecondLogarithm { get; private set; }

    /// <summary>q_k 2^Scaling of softmax(y).</summary>
    public TReal SecondProbability(int k) => second![k] / second.Sum;

    /// <summary>Whether an element is -infinity.</summary>
    public bool IsMasked(int k) => terms[k].IsZero && terms.Exponent(k).IsZero;

    /// <summary>What all results of a row have in common, computed once for each row.</summary>
    public TReal Once(string name, Func<TReal> compute)
    {
        if (!once.TryGetValue(name, out TReal value))
            once.Add(name, value = compute());
        return value;
    }

    /// <summary>sum_k p_k of something.</summary>
    public TReal Mean(Func<int, TReal> of)
    {
        TReal sum = default;
        for (int k = 0; k < length; k++)
        {
            if (!terms[k].IsZero)
                sum += terms[k] * of(k);
        }

        return TReal.Scale(sum, -Scaling) / terms.Sum;
    }

    /// <summary>p_k 2^Scaling.</summary>
    public TReal Probability(int k) => terms[k] / terms.Sum;

    /// <summary>(1 - p_k) 2^Scaling.</summary>
    public TReal Complement(int k) => (k == terms.Largest ? terms.Others : TReal.Scale(terms.Sum, Scaling) - terms[k]) / terms.Sum;

    public void Set<T>(Input<T> input, ReadOnlySpan<T> given, Uses uses)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Label = input.Label;
        logarithm = null;
        once.Clear();
        Temperature = TReal.From(double.CreateTruncating(input.Temperature));
        if (!uses.HasFlag(Uses.Probabilities))
            terms.Set(input.X, double.CreateTruncating(input.Temperature));
        for (int k = 0; k < given.Length; k++)
            Given[k] = TReal.From(double.CreateTruncating(given[k]));
        if (uses.HasFlag(Uses.Vector))
            SetVector(input.Vector);
        if (uses.HasFlag(Uses.SecondLogits))
        {
            second ??= new(length);
            second.Set(input.Vector, 1);
            SecondLogarithm = TReal.Log1p(TReal.Scale(second.Others, -Scaling));
        }
    }

    private void SetVector<T>(T[] vector)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TReal product = default, magnitude = default;
        for (int k = 0; k < length; k++)
        {
            Vector[k] = TReal.From(double.CreateTruncating(vector[k]));
            TReal term = Vector[k] * Given[k];
            product += term;
            magnitude += Real.Abs(term);
        }

        Product = product;
        Magnitude = magnitude;
    }
}
