using System.Numerics;
using SoftmaxGen.Adversary.Arithmetic;
using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Adversary.Members;

/// <summary>p_i (1 - p_i), in ulp of p_i.</summary>
internal readonly struct JacobianDiagonal : IMember
{
    public static string Name => "JacobianDiagonal";

    public static Quantity Quantity => Quantity.JacobianDiagonal;

    public static SoftmaxMethods Methods => SoftmaxMethods.Jacobian;

    public static (double Low, double High) Range => (0, 1);

    public static int DestinationLength(int length) => length * length;

    public static int Index(int result, int length, int label) => result * (length + 1);

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => host.Member<Map<T>>("Jacobian")(input.X, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> => row.Probability(result) * TReal.Scale(row.Complement(result), -ExactRow<TReal>.Scaling);

    public static TReal Size<TReal>(ExactRow<TReal> row, int result, TReal exact)
        where TReal : struct, IReal<TReal> => row.Probability(result);
}

/// <summary>-p_i p_j, in the row of the label.</summary>
internal readonly struct JacobianOffDiagonal : IMember
{
    public static string Name => "JacobianOffDiagonal";

    public static Quantity Quantity => Quantity.JacobianOffDiagonal;

    public static SoftmaxMethods Methods => SoftmaxMethods.Jacobian;

    public static Uses Uses => Uses.Logits | Uses.Label;

    public static (double Low, double High) Range => (-1, 0);

    public static int DestinationLength(int length) => length * length;

    public static int Count(int length) => length - 1;

    public static int Index(int result, int length, int label) => (label * length) + Gradient.Index(result, length, label);

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => host.Member<Map<T>>("Jacobian")(input.X, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        -(row.Probability(Gradient.Index(result, row.Length, row.Label)) * TReal.Scale(row.Probability(row.Label), -ExactRow<TReal>.Scaling));
}

internal readonly struct JacobianFromSoftmaxDiagonal : IMember
{
    public static string Name => "JacobianFromSoftmaxDiagonal";

    public static Quantity Quantity => Quantity.JacobianFromSoftmaxDiagonal;

    public static SoftmaxMethods Methods => SoftmaxMethods.Jacobian;

    public static Uses Uses => Uses.Probabilities;

    public static (double Low, double High) Range => (0, 1);

    public static int DestinationLength(int length) => length * length;

    public static int Index(int result, int length, int label) => result * (length + 1);

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => host.Member<Map<T>>("JacobianFromSoftmax")(given, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> => TReal.Scale(row.Given[result] * (TReal.From(1) - row.Given[result]), ExactRow<TReal>.Scaling);
}

internal readonly struct JacobianFromSoftmaxOffDiagonal : IMember
{
    public static string Name => "JacobianFromSoftmaxOffDiagonal";

    public static Quantity Quantity => Quantity.JacobianFromSoftmaxOffDiagonal;

    public static SoftmaxMethods Methods => SoftmaxMethods.Jacobian;

    public static Uses Uses => Uses.Probabilities | Uses.Label;

    public static (double Low, double High) Range => (-1, 0);

    public static int DestinationLength(int length) => length * length;

    public static int Count(int length) => length - 1;

    public static int Index(int result, int length, int label) => JacobianOffDiagonal.Index(result, length, label);

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => host.Member<Map<T>>("JacobianFromSoftmax")(given, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        -(TReal.Scale(row.Given[Gradient.Index(result, row.Length, row.Label)], ExactRow<TReal>.Scaling) * row.Given[row.Label]);
}

/// <summary>p_i (g_i - sum_k g_k p_k), in ulp of p_i (|g_i| + sum_k |g_k| p_k).</summary>
internal readonly struct VectorJacobianProduct : IMember
{
    public static string Name => "VectorJacobianProduct";

    public static Quantity Quantity => Quantity.VectorProduct;

    public static SoftmaxMethods Methods => SoftmaxMethods.VectorProducts;

    public static Uses Uses => Uses.Probabilities | Uses.Vector;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => host.Member<VectorMap<T>>("VectorJacobianProduct")(given, input.Vector, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> => TReal.Scale(row.Given[result], ExactRow<TReal>.Scaling) * (row.Vector[result] - row.Product);

    public static TReal Size<TReal>(ExactRow<TReal> row, int result, TReal exact)
        where TReal : struct, IReal<TReal> => TReal.Scale(row.Given[result], ExactRow<TReal>.Scaling) * (Real.Abs(row.Vector[result]) + row.Magnitude);
}

/// <summary>The same, forward.</summary>
internal readonly struct JacobianVectorProduct : IMember
{
    public static string Name => "JacobianVectorProduct";

    public static Quantity Quantity => Quantity.VectorProduct;

    public static SoftmaxMethods Methods => SoftmaxMethods.VectorProducts;

    public static Uses Uses => Uses.Probabilities | Uses.Vector;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => host.Member<VectorMap<T>>("JacobianVectorProduct")(given, input.Vector, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> => VectorJacobianProduct.Exact(row, result);

    public static TReal Size<TReal>(ExactRow<TReal> row, int result, TReal exact)
        where TReal : struct, IReal<TReal> => VectorJacobianProduct.Size(row, result, exact);
}
