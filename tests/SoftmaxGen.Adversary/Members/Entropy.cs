using System.Numerics;
using SoftmaxGen.Adversary.Arithmetic;
using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Adversary.Members;

/// <summary>-sum_k p_k log p_k.</summary>
internal readonly struct Entropy : IMember
{
    public static string Name => "Entropy";

    public static Quantity Quantity => Quantity.Entropy;

    public static SoftmaxMethods Methods => SoftmaxMethods.Entropy;

    public static int Scaling => 0;

    public static (double Low, double High) Range => (0, double.PositiveInfinity);

    public static int Count(int length) => 1;

    public static int DestinationLength(int length) => 1;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => destination[0] = host.Member<Reduction<T>>("Entropy")(input.X);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal>
    {
        TReal weighted = default;
        for (int k = 0; k < row.Length; k++)
            weighted += row.Term(k) * -row.Shifted(k);
        return row.Logarithm + (TReal.Scale(weighted, -ExactRow<TReal>.Scaling) / row.Sum);
    }
}
