using System.Numerics;
using SoftmaxGen.Adversary.Arithmetic;
using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Adversary.Members;

internal readonly struct TemperedLogSoftmax : IMember
{
    public static string Name => "LogSoftmaxWithTemperature";

    public static Quantity Quantity => Quantity.TemperedLogarithm;

    public static SoftmaxMethods Methods => SoftmaxMethods.TemperatureScaling;

    public static Uses Uses => Uses.Logits | Uses.Temperature;

    public static int Scaling => 0;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        host.Member<TemperedMap<T>>("LogSoftmax")(input.X, input.Temperature, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        row.Shifted(result) - row.Logarithm;
}

internal readonly struct TemperedCrossEntropy : IMember
{
    public static string Name => "CrossEntropyWithTemperature";

    public static Quantity Quantity => Quantity.TemperedLogarithm;

    public static SoftmaxMethods Methods => SoftmaxMethods.TemperatureScaling;

    public static Uses Uses => Uses.Logits | Uses.Temperature | Uses.Label;

    public static int Scaling => 0;

    public static int Count(int length) => 1;

    public static int DestinationLength(int length) => 1;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        destination[0] = host.Member<TemperedLoss<T>>("CrossEntropy")(input.X, input.Temperature, input.Label);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        row.Logarithm - row.Shifted(row.Label);
}

/// <summary>p / T beside the label.</summary>
internal readonly struct TemperedGradient : IMember
{
    public static string Name => "CrossEntropyGradientWithTemperature";

    public static bool HoldsAlways(SoftmaxElementTypes type) => false;

    public static Quantity Quantity => Quantity.TemperedGradient;

    public static SoftmaxMethods Methods => SoftmaxMethods.TemperatureScaling;

    public static Uses Uses => Uses.Logits | Uses.Temperature | Uses.Label;

    public static int Scaling => 0;

    public static int Count(int length) => length - 1;

    public static int Index(int result, int length, int label) => Gradient.Index(result, length, label);

    // A quotient by a temperature may be beyond double-double arithmetic.
    public static bool IsCertain<TReal>(ExactRow<TReal> row, TReal exact)
        where TReal : struct, IReal<TReal> => exact.IsZero || Math.Abs(exact.Binade) < 800;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        host.Member<TemperedLabelledMap<T>>("CrossEntropyGradient")(input.X, input.Temperature, input.Label, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        TReal.Scale(row.Probability(Index(result, row.Length, row.Label)), -ExactRow<TReal>.Scaling) / row.Temperature;
}

/// <summary>(p - 1) / T at the label.</summary>
internal readonly struct TemperedLabelGradient : IMember
{
    public static string Name => "CrossEntropyGradientWithTemperatureAtLabel";

    public static bool HoldsAlways(SoftmaxElementTypes type) => false;

    public static Quantity Quantity => Quantity.TemperedGradient;

    public static SoftmaxMethods Methods => SoftmaxMethods.TemperatureScaling;

    public static Uses Uses => Uses.Logits | Uses.Temperature | Uses.Label;

    public static int Scaling => 0;

    public static int Count(int length) => 1;

    public static int Index(int result, int length, int label) => label;

    // A quotient by a temperature may be beyond double-double arithmetic.
    public static bool IsCertain<TReal>(ExactRow<TReal> row, TReal exact)
        where TReal : struct, IReal<TReal> => exact.IsZero || Math.Abs(exact.Binade) < 800;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        host.Member<TemperedLabelledMap<T>>("CrossEntropyGradient")(input.X, input.Temperature, input.Label, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        -(TReal.Scale(row.Complement(row.Label), -ExactRow<TReal>.Scaling) / row.Temperature);
}

/// <summary>(x_label - sum_k p_k x_k) / T^2, in ulp of the sum of both distances from the maximum.</summary>
internal readonly struct TemperatureDerivative : IMember
{
    public static string Name => "CrossEntropyTemperatureDerivative";

    public static Quantity Quantity => Quantity.TemperatureDerivative;

    public static SoftmaxMethods Methods => SoftmaxMethods.TemperatureScaling;

    public static Uses Uses => Uses.Logits | Uses.Temperature | Uses.Label;

    public static int Scaling => 0;

    public static int Count(int length) => 1;

    public static int DestinationLength(int length) => 1;

    // A quotient by a temperature may be beyond double-double arithmetic.
    public static bool IsCertain<TReal>(ExactRow<TReal> row, TReal exact)
        where TReal : struct, IReal<TReal> => exact.IsZero || Math.Abs(exact.Binade) < 800;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        destination[0] = host.Member<TemperedLoss<T>>("CrossEntropyTemperatureDerivative")(input.X, input.Temperature, input.Label);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> =>
        (row.Shifted(row.Label) - row.Mean(row.Shifted)) / row.Temperature;

    public static TReal Size<TReal>(ExactRow<TReal> row, int result, TReal exact)
        where TReal : struct, IReal<TReal> =>
        -((row.Shifted(row.Label) + row.Mean(row.Shifted)) / row.Temperature);

    // At tiny temperatures, a term of doubles that far below the largest counts as 0.
    public static TReal Stated<T, TReal>(ExactRow<TReal> row, int result, SoftmaxAccuracy accuracy)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TReal : struct, IReal<TReal> =>
        Format<T>.IsSingle || row.Temperature.ToDouble() >= 1e-15 ? default : -(row.Mean(k => row.Shifted(k).ToDouble() < -796 ? row.Shifted(k) : default) / row.Temperature);
}
