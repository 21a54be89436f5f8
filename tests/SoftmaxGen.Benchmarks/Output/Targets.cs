using SoftmaxGen.Benchmarks.Peers;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Output;

/// <summary>The ratios that this project set out to reach, measured with AVX2; tables show where they are missed.</summary>
internal static class Targets
{
    private const double LeastShareOfSoftmax = 1 / 1.6;

    private static readonly int[] Lengths = [4, 8, 10, 16, 64, 128, 1000, 4096];

    /// <summary>The target for what a line compares; null where there is none.</summary>
    public static double? Find(Ratio ratio)
    {
        CaseKey key = ratio.Key;
        return (key.Member, key.Type, key.Mode, ratio.Peer) switch
        {
            (Member.Softmax, "float", SoftmaxAccuracy.Default, PeerList.Tensor) => At(key, 2.0, 2.8, 3.3, 2.9, 2.7, 2.7, 3.3, 3.3),
            (Member.Softmax, "float", SoftmaxAccuracy.Default, PeerList.Composed) => key.Length > 4096 ? 3 : At(key, 3.0, 4.2, 4.8, 4.4, 3.4, 3.5, 4.3, 4.4),
            (Member.Softmax, "float", SoftmaxAccuracy.Default, NativePeer.Name) => At(key, 1.05, 0.95, 1.3, 1.25, 1.25, 1.4, 1.8, 1.9),
            (Member.Softmax, "float", SoftmaxAccuracy.Precise, PeerList.Tensor) => At(key, 1.5, 1.8, 2.2, 1.5, 1.2, 1.05, 1.05, 1.0),
            (Member.Softmax, "double", SoftmaxAccuracy.Default, PeerList.Tensor) => At(key, 2.2, 2.2, 2.4, 2.1, 1.65, 1.8, 1.9, 1.8),
            (Member.Rows, "float", SoftmaxAccuracy.Default, PeerList.Tensor) => At(key, 7, 5.5, 6, 3.3, 2.7, 2.7, 3.0),
            (Member.ManyRows, "float", SoftmaxAccuracy.Default, PeerList.Composed) => 3,
            (Member.Vjp, _, _, PeerList.Scalar) when key.Length >= 8 => 4,
            (Member.Vjp, _, _, NativePeer.Name) => 1 / 1.3,
            (Member.Jacobian, _, _, NativePeer.Name) when key.Length is >= 4 and <= 64 => 1 / 1.2,
            (Member.Jacobian, _, _, PeerList.Composed) when key.Length is >= 4 and <= 64 => 2,
            (Member.LogSoftmax or Member.LogSumExp or Member.CrossEntropy, _, _, CaseFactory.OwnSoftmax) => LeastShareOfSoftmax,
            (Member.LogSoftmax or Member.LogSumExp or Member.CrossEntropy, _, _, PeerList.Scalar) => 1,
            (Member.Gradient, _, _, CaseFactory.OwnSoftmax) when key.Length >= 16 => LeastShareOfSoftmax,
            _ => null,
        };
    }

    private static double? At(CaseKey key, params ReadOnlySpan<double> targets)
    {
        int index = Lengths.AsSpan().IndexOf(Math.Max(key.Length, 4));
        return index >= 0 && index < targets.Length ? targets[index] : null;
    }
}
