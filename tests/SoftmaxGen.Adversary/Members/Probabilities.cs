using System.Numerics;
using SoftmaxGen.Adversary.Arithmetic;
using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Adversary.Members;

internal readonly struct Softmax : IMember
{
    public static string Name => "Softmax";

    public static Quantity Quantity => Quantity.Probability;

    public static SoftmaxMethods Methods => SoftmaxMethods.Softmax | SoftmaxMethods.Rows;

    public static bool IsProbability => true;

    public static bool HasResultForEachLogit => true;

    public static bool HasRows => true;

    public static (double Low, double High) Range => (0, 1);

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => host.Member<Map<T>>("Softmax")(input.X, destination);

    public static void CallRows<T>(Host<T> host, ReadOnlySpan<T> rows, ReadOnlySpan<int> labels, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => host.Member<Map<T>>("SoftmaxRows")(rows, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> => row.Probability(result);
}

internal readonly struct SoftmaxWithTemperature : IMember
{
    public static string Name => "Temperature";

    public static Quantity Quantity => Quantity.Probability;

    public static SoftmaxMethods Methods => SoftmaxMethods.Temperature;

    public static Uses Uses => Uses.Logits | Uses.Temperature;

    public static bool IsProbability => true;

    public static bool HasResultForEachLogit => true;

    public static (double Low, double High) Range => (0, 1);

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => host.Member<TemperedMap<T>>("Softmax")(input.X, input.Temperature, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> => row.Probability(result);
}

/// <summary>The gradient beside the label.</summary>
internal readonly struct Gradient : IMember
{
    public static string Name => "CrossEntropyGradient";

    public static Quantity Quantity => Quantity.Probability;

    public static SoftmaxMethods Methods => SoftmaxMethods.CrossEntropy | SoftmaxMethods.Rows;

    public static Uses Uses => Uses.Logits | Uses.Label;

    public static bool IsProbability => true;

    public static bool HasRows => true;

    public static (double Low, double High) Range => (0, 1);

    public static int Count(int length) => length - 1;

    public static int Index(int result, int length, int label) => result < label ? result : result + 1;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => host.Member<LabelledMap<T>>("CrossEntropyGradient")(input.X, input.Label, destination);

    public static void CallRows<T>(Host<T> host, ReadOnlySpan<T> rows, ReadOnlySpan<int> labels, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => host.Member<LabelledRowsMap<T>>("CrossEntropyGradientRows")(rows, labels, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> => row.Probability(Index(result, row.Length, row.Label));
}

/// <summary>The gradient at the label, p - 1.</summary>
internal readonly struct LabelGradient : IMember
{
    public static string Name => "CrossEntropyGradientAtLabel";

    public static Quantity Quantity => Quantity.LabelGradient;

    public static SoftmaxMethods Methods => SoftmaxMethods.CrossEntropy;

    public static Uses Uses => Uses.Logits | Uses.Label;

    public static (double Low, double High) Range => (-1, 0);

    public static int Count(int length) => 1;

    public static int Index(int result, int length, int label) => label;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => host.Member<LabelledMap<T>>("CrossEntropyGradient")(input.X, input.Label, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> => -row.Complement(row.Label);
}
