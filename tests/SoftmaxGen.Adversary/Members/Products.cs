using System.Numerics;
using SoftmaxGen.Adversary.Arithmetic;
using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Adversary.Members;

/// <summary>g_i - p_i sum_k g_k, in ulp of the sum of magnitudes.</summary>
internal readonly struct LogSoftmaxProduct : IMember
{
    public static string Name => "LogSoftmaxVectorJacobianProduct";

    public static Quantity Quantity => Quantity.LogSoftmaxProduct;

    public static SoftmaxMethods Methods => SoftmaxMethods.ProductRows;

    public static Uses Uses => Uses.Probabilities | Uses.Vector;

    public static int Scaling => 0;

    private static TReal Total<TReal>(ExactRow<TReal> row, bool isMagnitude)
        where TReal : struct, IReal<TReal>
    {
        TReal total = default;
        for (int k = 0; k < row.Length; k++)
            total += isMagnitude ? Real.Abs(row.Vector[k]) : row.Vector[k];
        return total;
    }

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        host.Member<VectorMap<T>>("LogSoftmaxVectorJacobianProduct")(given, input.Vector, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        row.Vector[result] - (row.Given[result] * Total(row, isMagnitude: false));

    public static TReal Size<TReal>(ExactRow<TReal> row, int result, TReal exact)
        where TReal : struct, IReal<TReal> =>
        Real.Abs(row.Vector[result]) + (row.Given[result] * Total(row, isMagnitude: true));
}

/// <summary>p_i (g_i - sum_k g_k p_k) from logits.</summary>
internal readonly struct HessianProduct : IMember
{
    public static string Name => "LogSumExpHessianVectorProduct";

    public static bool HoldsAlways(SoftmaxElementTypes type) => false;

    public static Quantity Quantity => Quantity.HessianProduct;

    public static SoftmaxMethods Methods => SoftmaxMethods.ProductRows;

    public static Uses Uses => Uses.Logits | Uses.Vector;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        host.Member<VectorMap<T>>("LogSumExpHessianVectorProduct")(input.X, input.Vector, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        row.Probability(result) * (row.Vector[result] - row.Mean(k => row.Vector[k]));

    public static TReal Size<TReal>(ExactRow<TReal> row, int result, TReal exact)
        where TReal : struct, IReal<TReal> =>
        row.Probability(result) * (Real.Abs(row.Vector[result]) + row.Mean(k => Real.Abs(row.Vector[k])));
}
