using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Accuracy;

/// <summary>What docs/numerics.md promises, in units in the last place of the exact result (the subnormal spacing at least).</summary>
internal static class Bounds
{
    /// <summary>LogSoftmax, LogSumExp and CrossEntropy, next to zero too.</summary>
    public const double Logarithm = 4;

    public static double Softmax<T>(SoftmaxAccuracy accuracy, int length) => (typeof(T) == typeof(float), accuracy) switch
    {
        (true, SoftmaxAccuracy.Precise) => 0.5001,
        (true, SoftmaxAccuracy.Fast) => 8,
        (true, _) => length <= 1000 ? 5.5 : 6.5,
        (false, SoftmaxAccuracy.Precise) => 1.3,
        (false, SoftmaxAccuracy.Fast) => 8,
        (false, _) => length is > 4 and <= 16 ? 3.5 : 4, // of a short row the sum is rounded once
    };

    /// <summary>The same where it depends on the result: a subnormal double is rounded a second time, by at most half its spacing.</summary>
    public static double Softmax<T>(SoftmaxAccuracy accuracy, int length, BigFloat exact) =>
        typeof(T) == typeof(double) && accuracy == SoftmaxAccuracy.Precise && exact.Binade < -1022 ? 1.5 : Softmax<T>(accuracy, length);
}
