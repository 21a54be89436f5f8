using System.Numerics;
using SoftmaxGen.Adversary.Arithmetic;
using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Adversary.Members;

/// <summary>The probabilities of all elements, as TopK gives them.</summary>
internal readonly struct TopProbability : IMember
{
    public static string Name => "TopK";

    public static Quantity Quantity => Quantity.TopProbability;

    public static SoftmaxMethods Methods => SoftmaxMethods.Predictions;

    private static void Sorted<T>(Host<T> host, Input<T> input, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] top = new T[input.Length];
        int[] indices = new int[input.Length];
        host.Member<TopK<T>>("TopK")(input.X, input.Length, top, indices);
        for (int i = 0; i < top.Length; i++)
            destination[indices[i]] = top[i];
    }

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Sorted(host, input, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        row.Probability(result);
}

/// <summary>By how much the largest probability is more than the next.</summary>
internal readonly struct Margin : IMember
{
    public static string Name => "MarginOfArgMax";

    public static Quantity Quantity => Quantity.Margin;

    public static SoftmaxMethods Methods => SoftmaxMethods.Predictions;

    public static int Count(int length) => 1;

    public static int DestinationLength(int length) => 1;

    private static TReal OfTwo<TReal>(ExactRow<TReal> row)
        where TReal : struct, IReal<TReal>
    {
        // The distances from the maximum: one is 0.
        TReal one = TReal.Scale(TReal.From(1), ExactRow<TReal>.Scaling), second = default, distance = default;
        bool isFirst = true, isAlone = true;
        for (int k = 0; k < row.Length; k++)
        {
            if (isFirst && row.Shifted(k).IsZero && !row.IsMasked(k))
            {
                isFirst = false;
            }
            else if (!row.IsMasked(k) && (isAlone || (row.Shifted(k) - distance).IsNegative is false))
            {
                (second, distance) = (row.Term(k), row.Shifted(k));
                isAlone = false;
            }
        }

        // 1 - e^d is -d where d is so small that its square is nothing.
        bool isClose = !isAlone && !distance.IsZero && distance.Binade < -110;
        return (isClose ? TReal.Scale(-distance, ExactRow<TReal>.Scaling) : one - second) / row.Sum;
    }

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        host.Member<ArgMax<T>>("ArgMax")(input.X, out _, out destination[0]);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        OfTwo(row);

    // Where both are close, their difference in double-double arithmetic is not.
    public static bool IsCertain<TReal>(ExactRow<TReal> row, TReal exact)
        where TReal : struct, IReal<TReal> => exact.Binade > ExactRow<TReal>.Scaling - 30;
}
