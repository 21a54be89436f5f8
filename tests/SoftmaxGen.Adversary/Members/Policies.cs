using System.Numerics;
using SoftmaxGen.Adversary.Arithmetic;
using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Adversary.Members;

internal readonly struct LogProbability : IMember
{
    public static string Name => "LogProbability";

    public static Quantity Quantity => Quantity.Logarithm;

    public static SoftmaxMethods Methods => SoftmaxMethods.PolicyGradients;

    public static Uses Uses => Uses.Logits | Uses.Label;

    public static int Scaling => 0;

    public static int Count(int length) => 1;

    public static int DestinationLength(int length) => 1;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        destination[0] = host.Member<LabelledReduction<T>>("LogProbability")(input.X, input.Label);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        row.Shifted(row.Label) - row.Logarithm;
}

/// <summary>-p beside the label.</summary>
internal readonly struct LogProbabilityGradient : IMember
{
    public static string Name => "LogProbabilityGradient";

    public static Quantity Quantity => Quantity.Probability;

    public static SoftmaxMethods Methods => SoftmaxMethods.PolicyGradients;

    public static Uses Uses => Uses.Logits | Uses.Label;

    public static int Count(int length) => length - 1;

    public static int Index(int result, int length, int label) => Gradient.Index(result, length, label);

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        host.Member<LabelledMap<T>>("LogProbabilityGradient")(input.X, input.Label, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        -row.Probability(Index(result, row.Length, row.Label));
}

/// <summary>1 - p at the label.</summary>
internal readonly struct LogProbabilityLabelGradient : IMember
{
    public static string Name => "LogProbabilityGradientAtLabel";

    public static Quantity Quantity => Quantity.LabelGradient;

    public static SoftmaxMethods Methods => SoftmaxMethods.PolicyGradients;

    public static Uses Uses => Uses.Logits | Uses.Label;

    public static int Count(int length) => 1;

    public static int Index(int result, int length, int label) => label;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        host.Member<LabelledMap<T>>("LogProbabilityGradient")(input.X, input.Label, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        row.Complement(row.Label);
}

/// <summary>p_i (d_i - sum_k p_k d_k) of distances d from the maximum.</summary>
internal readonly struct EntropyGradient : IMember
{
    public static string Name => "EntropyGradient";

    public static bool HoldsAlways(SoftmaxElementTypes type) => false;

    public static Quantity Quantity => Quantity.EntropyGradient;

    public static SoftmaxMethods Methods => SoftmaxMethods.PolicyGradients;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        host.Member<Map<T>>("EntropyGradient")(input.X, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        -(row.Probability(result) * (row.Shifted(result) - row.Mean(row.Shifted)));

    public static TReal Size<TReal>(ExactRow<TReal> row, int result, TReal exact)
        where TReal : struct, IReal<TReal> =>
        -(row.Probability(result) * (row.Shifted(result) + row.Mean(row.Shifted)));
}

/// <summary>sum_k p_k (log p_k - log q_k), in ulp of the sum of magnitudes.</summary>
internal readonly struct KullbackLeibler : IMember
{
    public static string Name => "KullbackLeibler";

    public static bool HoldsAlways(SoftmaxElementTypes type) => type == SoftmaxElementTypes.Single;

    public static Quantity Quantity => Quantity.Divergence;

    public static SoftmaxMethods Methods => SoftmaxMethods.Divergence;

    public static Uses Uses => Uses.Logits | Uses.SecondLogits;

    public static int Scaling => 0;

    public static int Count(int length) => 1;

    public static int DestinationLength(int length) => 1;

    /// <summary>log p_k - log q_k.</summary>
    public static TReal Difference<TReal>(ExactRow<TReal> row, int k)
        where TReal : struct, IReal<TReal> => (row.Shifted(k) - row.SecondShifted(k)) - (row.Logarithm - row.SecondLogarithm);

    /// <summary>The mean of its magnitude over p.</summary>
    public static TReal Magnitude<TReal>(ExactRow<TReal> row)
        where TReal : struct, IReal<TReal> => row.Once("magnitude", () => row.Mean(k => Real.Abs(Difference(row, k))));

    /// <summary>The mean over p, which is the divergence.</summary>
    public static TReal Mean<TReal>(ExactRow<TReal> row)
        where TReal : struct, IReal<TReal> => row.Once("mean", () => row.Mean(k => Difference(row, k)));

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        destination[0] = host.Member<VectorReduction<T>>("KullbackLeibler")(input.X, input.Vector);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        Mean(row);

    public static TReal Size<TReal>(ExactRow<TReal> row, int result, TReal exact)
        where TReal : struct, IReal<TReal> =>
        Magnitude(row);
}

/// <summary>p_i times the difference of the logarithms less its mean.</summary>
internal readonly struct KullbackLeiblerGradientByX : IMember
{
    public static string Name => "KullbackLeiblerGradientByX";

    public static bool HoldsAlways(SoftmaxElementTypes type) => type == SoftmaxElementTypes.Single;

    public static Quantity Quantity => Quantity.DivergenceGradient;

    public static SoftmaxMethods Methods => SoftmaxMethods.Divergence;

    public static Uses Uses => Uses.Logits | Uses.SecondLogits;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        host.Member<VectorMap<T>>("KullbackLeiblerGradientByX")(input.X, input.Vector, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        row.Probability(result) * (KullbackLeibler.Difference(row, result) - KullbackLeibler.Mean(row));

    public static TReal Size<TReal>(ExactRow<TReal> row, int result, TReal exact)
        where TReal : struct, IReal<TReal> =>
        row.Probability(result) * (Real.Abs(KullbackLeibler.Difference(row, result)) + KullbackLeibler.Magnitude(row));

    // Single precision from N = 17 on: a probability below e^-130 of the largest counts as 0, also in the mean; a subnormal one is rounded to its spacing, and is a factor;
    // distances from a maximum are rounded to 2^-45.
    public static TReal Stated<T, TReal>(ExactRow<TReal> row, int result, SoftmaxAccuracy accuracy)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TReal : struct, IReal<TReal>
    {
        const double Reach = -130, Rounded = 1.0 / (1L << 44);
        if (!Format<T>.IsSingle || accuracy == SoftmaxAccuracy.Precise || row.Length < 17)
            return default;

        TReal probability = row.Probability(result), size = Real.Abs(KullbackLeibler.Difference(row, result)) + KullbackLeibler.Magnitude(row);
        if (row.Shifted(result).ToDouble() < Reach)
            return probability * size;
        TReal far = row.Once("far", () => row.Mean(k => row.Shifted(k).ToDouble() < Reach ? Real.Abs(KullbackLeibler.Difference(row, k)) : default));
        TReal stated = probability * (far + TReal.From(Rounded));
        return probability.IsZero || probability.Binade - ExactRow<TReal>.Scaling < Format<T>.LowestBinade
            ? stated + (TReal.From(Math.ScaleB(1, Format<T>.LowestBinade - Format<T>.Precision + ExactRow<TReal>.Scaling)) * size)
            : stated;
    }
}

/// <summary>q - p, in ulp of the larger one.</summary>
internal readonly struct KullbackLeiblerGradientByY : IMember
{
    public static string Name => "KullbackLeiblerGradientByY";

    public static bool HoldsAlways(SoftmaxElementTypes type) => type == SoftmaxElementTypes.Single;

    public static Quantity Quantity => Quantity.DivergenceGradientByY;

    public static SoftmaxMethods Methods => SoftmaxMethods.Divergence;

    public static Uses Uses => Uses.Logits | Uses.SecondLogits;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        host.Member<VectorMap<T>>("KullbackLeiblerGradientByY")(input.X, input.Vector, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        row.SecondProbability(result) - row.Probability(result);

    public static TReal Size<TReal>(ExactRow<TReal> row, int result, TReal exact)
        where TReal : struct, IReal<TReal> =>
        exact.IsNegative ? row.Probability(result) : row.SecondProbability(result);
}
