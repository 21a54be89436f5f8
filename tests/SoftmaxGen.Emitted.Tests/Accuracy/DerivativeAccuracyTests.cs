using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Accuracy;

public class SingleDerivativeAccuracyTests : DerivativeAccuracyTests<float>;

public class DoubleDerivativeAccuracyTests : DerivativeAccuracyTests<double>;

/// <summary>
/// Derivatives that start from logits. B is Softmax's own bound in ulp; one ulp is a relative error between u and 2u,
/// u being the unit roundoff, or the subnormal spacing.
/// </summary>
public abstract class DerivativeAccuracyTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Products of two rounding errors.
    private const double SecondOrder = 0.01;

    /// <summary>
    /// Off the diagonal, p_i p_j: each factor is off by 2 B u relative and the product by another u, in all (4 B + 1) u, which is at most
    /// 4 B + 1 ulp. A subnormal factor is off by B spacings, but it is multiplied by at most 1.
    /// On the diagonal, p (1 - p): an error of B ulp(p) in p moves the product by (1 - 2 p) times that, and there are at most two
    /// roundings, of 1 - p and of the product: B ulp(p) + 1.5 ulp.
    /// </summary>
    [Theory, CombinatorialCases]
    public void Jacobian_is_within_its_derived_bound(SoftmaxAccuracy accuracy, JacobianDistribution distribution)
    {
        var worst = new Worst();
        foreach (int length in EmittedCode.Lengths(accuracy).Where(n => n <= 40 || (n <= 257 && EmittedCode.RepresentativeLengths(accuracy).Contains(n))))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            Row<T> row = Row<T>.Of((Distribution)distribution, length)[0];
            BigFloat[] exact = row.Reference.Jacobian();
            var actual = new T[length * length];
            host.Jacobian(row.X, actual);

            double ulps = Bounds.Softmax<T>(accuracy, length);
            for (int k = 0; k < actual.Length; k++)
            {
                if (k / length != k % length)
                {
                    worst.AddUlp((4 * ulps) + 1 + SecondOrder, host, row, k, actual[k], exact[k]);
                }
                else
                {
                    BigFloat unit = Rounding.Ulp<T>(row.Softmax[k / length]);
                    double roundings = 1.5 * Rounding.ToDouble(Rounding.Ulp<T>(exact[k]) / unit);
                    worst.Add(Rounding.ErrorIn(unit, actual[k], exact[k]), ulps + roundings + SecondOrder, host, row, k, actual[k], exact[k]);
                }
            }
        }

        worst.AssertWithinBounds();
    }

    /// <summary>
    /// Beside the label the gradient is p itself. At the label it is minus the sum of the other terms over the sum of all, one more quotient
    /// of that kind, and so as accurate relative to itself, also where p_label is next to 1 and p_label - 1 would cancel.
    /// </summary>
    [Theory, CombinatorialCases]
    public void CrossEntropyGradient_is_within_its_derived_bound(SoftmaxAccuracy accuracy, Distribution distribution)
    {
        var worst = new Worst();
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            var actual = new T[length];
            foreach (Row<T> row in Row<T>.Of(distribution, length))
            {
                int label = row.X.Length * 2 / 3;
                host.CrossEntropyGradient(row.X, label, actual);
                AddGradient(worst, host, row, label, actual);
            }
        }

        worst.AssertWithinBounds();
    }

    [Theory, CombinatorialCases]
    public void CrossEntropyGradientRows_is_within_the_same_bound(SoftmaxAccuracy accuracy, Distribution distribution)
    {
        var worst = new Worst();
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            Row<T>[] rows = Row<T>.Of(distribution, length);
            int[] labels = [.. rows.Select((_, r) => r * 7 % length)];
            var actual = new T[rows.Length * length];
            host.CrossEntropyGradientRows(rows.SelectMany(row => row.X).ToArray(), labels, actual);
            for (int r = 0; r < rows.Length; r++)
                AddGradient(worst, host, rows[r], labels[r], actual.AsSpan(r * length, length));
        }

        worst.AssertWithinBounds();
    }

    private static void AddGradient(Worst worst, EmittedHost<T> host, Row<T> row, int label, ReadOnlySpan<T> actual)
    {
        for (int i = 0; i < actual.Length; i++)
        {
            BigFloat exact = i == label ? -row.Reference.Complement(label) : row.Softmax[i];
            worst.AddUlp(Bounds.Softmax<T>(host.Accuracy, host.Length, exact), host, row, i, actual[i], exact);
        }
    }

    /// <summary>The distributions that a matrix of results for every length is computed for.</summary>
    public enum JacobianDistribution
    {
        Normal1 = Distribution.Normal1,
        Normal30 = Distribution.Normal30,
        SubnormalResults = Distribution.SubnormalResults,
    }
}
