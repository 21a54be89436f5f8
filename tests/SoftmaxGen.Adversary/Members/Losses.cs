using System.Numerics;
using SoftmaxGen.Adversary.Arithmetic;
using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Adversary.Members;

/// <summary>-sum_k t_k log p_k for t = |g|, which need not sum to 1; a masked element has none of it.</summary>
internal readonly struct TargetLoss : IMember
{
    public static string Name => "CrossEntropyOfTarget";

    public static Quantity Quantity => Quantity.TargetLoss;

    public static SoftmaxMethods Methods => SoftmaxMethods.TargetDistributions;

    public static Uses Uses => Uses.Logits | Uses.Vector;

    public static int Scaling => 0;

    public static int Count(int length) => 1;

    public static int DestinationLength(int length) => 1;

    public static T[] TargetOf<T>(Input<T> input)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] target = new T[input.Length];
        for (int i = 0; i < target.Length; i++)
            target[i] = T.IsFinite(input.X[i]) ? T.Abs(input.Vector[i]) : T.Zero;
        return target;
    }

    private static TReal Weighted<TReal>(ExactRow<TReal> row)
        where TReal : struct, IReal<TReal>
    {
        TReal loss = default;
        for (int k = 0; k < row.Length; k++)
        {
            if (!row.IsMasked(k))
                loss += Real.Abs(row.Vector[k]) * (row.Logarithm - row.Shifted(k));
        }

        return loss;
    }

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        destination[0] = host.Member<VectorReduction<T>>("CrossEntropy")(input.X, TargetOf(input));

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        Weighted(row);
}

/// <summary>p - t, in ulp of the larger one.</summary>
internal readonly struct TargetGradient : IMember
{
    public static string Name => "CrossEntropyGradientOfTarget";

    public static Quantity Quantity => Quantity.TargetGradient;

    public static SoftmaxMethods Methods => SoftmaxMethods.TargetDistributions;

    public static Uses Uses => Uses.Logits | Uses.Vector;

    private static TReal Target<TReal>(ExactRow<TReal> row, int k)
        where TReal : struct, IReal<TReal> => row.IsMasked(k) ? default : TReal.Scale(Real.Abs(row.Vector[k]), ExactRow<TReal>.Scaling);

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        host.Member<VectorMap<T>>("CrossEntropyGradient")(input.X, TargetLoss.TargetOf(input), destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        row.Probability(result) - Target(row, result);

    public static TReal Size<TReal>(ExactRow<TReal> row, int result, TReal exact)
        where TReal : struct, IReal<TReal> =>
        (row.Probability(result) - Target(row, result)).IsNegative ? Target(row, result) : row.Probability(result);
}

/// <summary>The loss that comes with the gradient of a batch, of one row.</summary>
internal readonly struct MeanLoss : IMember
{
    public static string Name => "CrossEntropyWithGradientRows";

    public static Quantity Quantity => Quantity.MeanLoss;

    public static SoftmaxMethods Methods => SoftmaxMethods.LossAndGradient;

    public static Uses Uses => Uses.Logits | Uses.Label;

    public static int Scaling => 0;

    public static int Count(int length) => 1;

    public static int DestinationLength(int length) => 1;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        destination[0] = host.Member<LossAndGradient<T>>("CrossEntropyWithGradientRows")(input.X, [input.Label], new T[input.Length], -1);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        row.Logarithm - row.Shifted(row.Label);
}

/// <summary>The gradient of a batch of one row, beside the label.</summary>
internal readonly struct MeanGradient : IMember
{
    public static string Name => "GradientOfCrossEntropyWithGradientRows";

    public static Quantity Quantity => Quantity.MeanGradient;

    public static SoftmaxMethods Methods => SoftmaxMethods.LossAndGradient;

    public static Uses Uses => Uses.Logits | Uses.Label;

    public static int Count(int length) => length - 1;

    public static int Index(int result, int length, int label) => Gradient.Index(result, length, label);

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        host.Member<LossAndGradient<T>>("CrossEntropyWithGradientRows")(input.X, [input.Label], destination, -1);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        row.Probability(Index(result, row.Length, row.Label));
}

/// <summary>The same at the label.</summary>
internal readonly struct MeanGradientAtLabel : IMember
{
    public static string Name => "GradientAtLabelOfCrossEntropyWithGradientRows";

    public static Quantity Quantity => Quantity.MeanGradientAtLabel;

    public static SoftmaxMethods Methods => SoftmaxMethods.LossAndGradient;

    public static Uses Uses => Uses.Logits | Uses.Label;

    public static int Count(int length) => 1;

    public static int Index(int result, int length, int label) => label;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        host.Member<LossAndGradient<T>>("CrossEntropyWithGradientRows")(input.X, [input.Label], destination, -1);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        -row.Complement(row.Label);
}

/// <summary>The loss with a label smoothing of 1/8.</summary>
internal readonly struct SmoothedLoss : IMember
{
    public static string Name => "CrossEntropyWithLabelSmoothing";

    public static Quantity Quantity => Quantity.MeanLoss;

    public static SoftmaxMethods Methods => SoftmaxMethods.LabelSmoothing;

    public static Uses Uses => Uses.Logits | Uses.Label;

    public static int Scaling => 0;

    public static int Count(int length) => 1;

    public static int DestinationLength(int length) => 1;

    private static TReal Smoothed<TReal>(ExactRow<TReal> row)
        where TReal : struct, IReal<TReal>
    {
        TReal offsets = default;
        for (int k = 0; k < row.Length; k++)
            offsets += row.Shifted(row.Label) - row.Shifted(k);
        return (row.Logarithm - row.Shifted(row.Label)) + (TReal.From(0.125) * (offsets / TReal.From(row.Length)));
    }

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        destination[0] = host.Member<SmoothedLossAndGradient<T>>("CrossEntropyWithGradientRows")(input.X, [input.Label], new T[input.Length], T.CreateChecked(0.125), true, -1);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        Smoothed(row);
}
