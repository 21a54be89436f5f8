using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Accuracy;

/// <summary>What docs/numerics.md promises, in units in the last place of the exact result (the subnormal spacing at least).</summary>
internal static class Bounds
{
    /// <summary>LogSoftmax, LogSumExp and CrossEntropy, next to zero too.</summary>
    public const double Logarithm = 4;

    // A product is then rounded before it is added to: the remainder of the reciprocal is no longer exact.
    private static readonly double WithoutFusedMultiplyAdd = Fma.IsSupported || AdvSimd.Arm64.IsSupported ? 0 : 0.5;

    public static double Softmax<T>(SoftmaxAccuracy accuracy, int length) => (typeof(T) == typeof(float), accuracy) switch
    {
        (true, SoftmaxAccuracy.Precise) => 0.5001,
        (true, SoftmaxAccuracy.Fast) => 8,
        (true, _) => length <= 1000 ? 5.5 : 6.5,
        (false, SoftmaxAccuracy.Precise) => 1.3,
        (false, SoftmaxAccuracy.Fast) => 8,
        (false, _) => (length is > 4 and <= 16 ? 3.5 : 4) + WithoutFusedMultiplyAdd, // of a short row the sum is rounded once
    };

    /// <summary>The same where it depends on the result: a subnormal double is rounded a second time, by at most half its spacing.</summary>
    public static double Softmax<T>(SoftmaxAccuracy accuracy, int length, BigFloat exact) =>
        typeof(T) == typeof(double) && accuracy == SoftmaxAccuracy.Precise && exact.Binade < -1022 ? 1.5 : Softmax<T>(accuracy, length);
}
