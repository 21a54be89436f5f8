using System.Numerics;
using SoftmaxGen.Adversary.Arithmetic;
using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Adversary.Members;

internal readonly struct LogSoftmax : IMember
{
    public static string Name => "LogSoftmax";

    public static Quantity Quantity => Quantity.Logarithm;

    public static SoftmaxMethods Methods => SoftmaxMethods.LogSoftmax | SoftmaxMethods.Rows;

    public static int Scaling => 0;

    public static bool HasResultForEachLogit => true;

    public static bool HasRows => true;

    public static (double Low, double High) Range => (double.NegativeInfinity, 0);

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => host.Member<Map<T>>("LogSoftmax")(input.X, destination);

    public static void CallRows<T>(Host<T> host, ReadOnlySpan<T> rows, ReadOnlySpan<int> labels, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => host.Member<Map<T>>("LogSoftmaxRows")(rows, destination);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> => row.Shifted(result) - row.Logarithm;
}

internal readonly struct LogSumExp : IMember
{
    // Where a negative maximum and the logarithm of the sum cancel to less than 1e-15, the error is absolute.
    private const double AbsoluteError = 6e-31;
    private const int ErrorOfTerm = -104;

    private const int MostCancelledBits = 30;

    public static string Name => "LogSumExp";

    public static Quantity Quantity => Quantity.Logarithm;

    public static SoftmaxMethods Methods => SoftmaxMethods.LogSumExp;

    public static int Scaling => 0;

    public static int Count(int length) => 1;

    public static int DestinationLength(int length) => 1;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => destination[0] = host.Member<Reduction<T>>("LogSumExp")(input.X);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> => row.Maximum + row.Logarithm;

    public static bool IsCertain<TReal>(ExactRow<TReal> row, TReal exact)
        where TReal : struct, IReal<TReal> => exact.IsZero || row.Maximum.IsZero || exact.Binade > row.Maximum.Binade - MostCancelledBits;

    public static double Absolute<T>(int length) => typeof(T) == typeof(double) ? AbsoluteError + (length * Math.ScaleB(1, ErrorOfTerm)) : 0;
}

internal readonly struct CrossEntropy : IMember
{
    public static string Name => "CrossEntropy";

    public static Quantity Quantity => Quantity.Logarithm;

    public static SoftmaxMethods Methods => SoftmaxMethods.CrossEntropy;

    public static Uses Uses => Uses.Logits | Uses.Label;

    public static int Scaling => 0;

    public static (double Low, double High) Range => (0, double.PositiveInfinity);

    public static int Count(int length) => 1;

    public static int DestinationLength(int length) => 1;

    public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => destination[0] = host.Member<LabelledReduction<T>>("CrossEntropy")(input.X, input.Label);

    public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal> => row.Logarithm - row.Shifted(row.Label);
}
