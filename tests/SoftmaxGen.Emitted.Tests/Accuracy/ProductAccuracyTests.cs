using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Accuracy;

public class SingleProductAccuracyTests : ProductAccuracyTests<float>;

public class DoubleProductAccuracyTests : ProductAccuracyTests<double>;

/// <summary>Derivatives that start from probabilities, which count as exact: few roundings, so the bounds are close.</summary>
public abstract class ProductAccuracyTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly double UnitRoundoff = typeof(T) == typeof(float) ? Math.ScaleB(1, -24) : Math.ScaleB(1, -53);

    /// <summary>
    /// Off the diagonal one product, correctly rounded. On it p (1 - p): 1 - p is off by u relative, at most one ulp of the result,
    /// and the product rounds once: 1.5 ulp and a term in u^2.
    /// </summary>
    [Theory, CombinatorialCases]
    public void JacobianFromSoftmax_is_within_its_derived_bound(SoftmaxAccuracy accuracy)
    {
        var worst = new Worst();
        foreach (int length in EmittedCode.Lengths(accuracy).Where(n => n <= 257))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] p = Probabilities(length, Distribution.Normal5);
            BigFloat[] exact = Exact.JacobianFromSoftmax(Exact.Row<T>(p));
            var actual = new T[length * length];
            host.JacobianFromSoftmax(p, actual);
            for (int k = 0; k < actual.Length; k++)
                worst.AddUlp(k / length == k % length ? 1.5001 : 0.5, host, "Normal5", k, actual[k], exact[k]);
        }

        worst.AssertWithinBounds();
    }

    [Theory, CombinatorialCases]
    public void VectorJacobianProduct_is_within_its_derived_bound(SoftmaxAccuracy accuracy, Distribution distribution) =>
        CheckProduct(host => host.VectorJacobianProduct, accuracy, distribution);

    [Theory, CombinatorialCases]
    public void JacobianVectorProduct_is_within_its_derived_bound(SoftmaxAccuracy accuracy, Distribution distribution) =>
        CheckProduct(host => host.JacobianVectorProduct, accuracy, distribution);

    /// <summary>
    /// p_i (g_i - s), s = sum_k g_k p_k. In whatever order n products are summed, with or without fused multiply-adds, the error of s is at most
    /// d u sum_k |g_k p_k|, d being the longest chain of roundings (Higham, Accuracy and Stability of Numerical Algorithms, 2002, section 4.2):
    /// here a chain of n/16 + 1 blocks and a tree of at most 4 levels, and one rounding more for a product that is not fused.
    /// A product that underflows adds half the subnormal spacing. The subtraction and the last product round once each.
    /// </summary>
    private static void CheckProduct(Func<EmittedHost<T>, VectorMap<T>> product, SoftmaxAccuracy accuracy, Distribution distribution)
    {
        var worst = new Worst();
        BigFloat spacing = Rounding.Ulp<T>(BigFloat.Zero);
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] p = Probabilities(length, distribution), g = Distribution.Normal5.Sample<T>(length, 1000 + length);
            BigFloat[] exactP = Exact.Row<T>(p), exactG = Exact.Row<T>(g);
            BigFloat[] exact = Exact.JacobianTimesVector(exactP, exactG);
            BigFloat magnitudes = Exact.Dot(Array.ConvertAll(exactP, BigFloat.Abs), Array.ConvertAll(exactG, BigFloat.Abs));
            double chain = (length / 16) + 8;
            BigFloat sumError = (magnitudes * (chain * UnitRoundoff)) + (length * spacing);

            var actual = new T[length];
            product(host)(p, g, actual);
            for (int i = 0; i < length; i++)
            {
                BigFloat difference = p[i] == T.Zero ? BigFloat.Zero : BigFloat.Abs(exact[i] / exactP[i]);
                BigFloat bound = (exactP[i] * (sumError + (difference * UnitRoundoff))) + (Rounding.Ulp<T>(exact[i]) * 0.501);
                worst.Add(Rounding.ErrorIn(bound, actual[i], exact[i]), 1, host, distribution, i, actual[i], exact[i]);
            }
        }

        worst.AssertWithinBounds();
    }

    private static T[] Probabilities(int length, Distribution distribution) =>
        Array.ConvertAll(Row<T>.Of(distribution, length)[0].Softmax, Rounding.To<T>);
}
