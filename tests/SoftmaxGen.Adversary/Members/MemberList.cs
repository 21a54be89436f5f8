using System.Numerics;
using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Adversary.Search;

namespace SoftmaxGen.Adversary.Members;

/// <summary>All members, and the cells that come of them.</summary>
internal static class MemberList
{
    /// <summary>Every shape of short rows, one or two of longer ones, straight and rolled.</summary>
    public static IReadOnlyList<int> Lengths { get; } = [.. Enumerable.Range(2, 16), 26, 33, 64, 100, 256, 1000, 4096, 20_000];

    public static IEnumerable<Cell> Cells(int length) =>
    [
        .. Of<Softmax>(length),
        .. Of<SoftmaxWithTemperature>(length),
        .. Of<Gradient>(length),
        .. Of<LabelGradient>(length),
        .. Of<LogSoftmax>(length),
        .. Of<LogSumExp>(length),
        .. Of<CrossEntropy>(length),
        .. Of<Entropy>(length),
        .. Of<JacobianDiagonal>(length),
        .. Of<JacobianOffDiagonal>(length),
        .. Of<JacobianFromSoftmaxDiagonal>(length),
        .. Of<JacobianFromSoftmaxOffDiagonal>(length),
        .. Of<VectorJacobianProduct>(length),
        .. Of<JacobianVectorProduct>(length),
    ];

    private static IEnumerable<Cell> Of<TMember>(int length)
        where TMember : struct, IMember
    {
        if (TMember.DestinationLength(length) > length && length > HostCompiler.LongestJacobian)
            return [];
        TemperatureRange[] ranges = TMember.Uses.HasFlag(Uses.Temperature) ? [TemperatureRange.Tiny, TemperatureRange.Ordinary, TemperatureRange.Huge] : [TemperatureRange.None];
        return Enum.GetValues<SoftmaxAccuracy>().SelectMany(accuracy => ranges.SelectMany(range =>
            new Cell[] { new Cell<TMember, float>(accuracy, length, range), new Cell<TMember, double>(accuracy, length, range) }));
    }
}
