using System.Numerics;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Adversary.Search;

namespace SoftmaxGen.Adversary.Members;

/// <summary>All members, and the cells that come of them.</summary>
internal static class MemberList
{
    // Nobody could look at the elements of larger ones.
    private const int LongestJacobian = 300;

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
        .. Of<TargetLoss>(length),
        .. Of<TargetGradient>(length),
        .. Of<MeanLoss>(length),
        .. Of<MeanGradient>(length),
        .. Of<MeanGradientAtLabel>(length),
        .. Of<SmoothedLoss>(length),
        .. Of<LogProbability>(length),
        .. Of<LogProbabilityGradient>(length),
        .. Of<LogProbabilityLabelGradient>(length),
        .. Of<LogSoftmaxProduct>(length),
        .. Of<TopProbability>(length),
        .. Of<Margin>(length),
        .. Of<TemperedLogSoftmax>(length).Where(IsSingle),
        .. Of<TemperedCrossEntropy>(length).Where(IsSingle),
        .. Of<KullbackLeibler>(length).Where(IsSingle),
        .. Of<KullbackLeiblerGradientByX>(length).Where(IsSingle),
        .. Of<KullbackLeiblerGradientByY>(length).Where(IsSingle),
    ];

    /// <summary>
    /// Cells where the bounds that the tests hold members to do not hold for every input: where a probability is subnormal, or a term of doubles next to nothing, or where a quotient
    /// by a very small or large temperature overflows or is rounded before it is an exponent. For the search alone: docs/guarantees.md says what they come to.
    /// </summary>
    public static IEnumerable<Cell> OutOfBounds(int length) =>
    [
        .. Of<TemperedGradient>(length),
        .. Of<TemperedLabelGradient>(length),
        .. Of<TemperatureDerivative>(length),
        .. Of<EntropyGradient>(length),
        .. Of<HessianProduct>(length),
        .. Of<TemperedLogSoftmax>(length).Where(cell => !IsSingle(cell)),
        .. Of<TemperedCrossEntropy>(length).Where(cell => !IsSingle(cell)),
        .. Of<KullbackLeibler>(length).Where(cell => !IsSingle(cell)),
        .. Of<KullbackLeiblerGradientByX>(length).Where(cell => !IsSingle(cell)),
        .. Of<KullbackLeiblerGradientByY>(length).Where(cell => !IsSingle(cell)),
    ];

    private static bool IsSingle(Cell cell) => cell.Type == SoftmaxElementTypes.Single;

    private static IEnumerable<Cell> Of<TMember>(int length)
        where TMember : struct, IMember
    {
        if (TMember.DestinationLength(length) > length && length > LongestJacobian)
            return [];
        TemperatureRange[] ranges = TMember.Uses.HasFlag(Uses.Temperature) ? [TemperatureRange.Tiny, TemperatureRange.Ordinary, TemperatureRange.Huge] : [TemperatureRange.None];
        return Enum.GetValues<SoftmaxAccuracy>().SelectMany(accuracy => ranges.SelectMany(range =>
            new Cell[] { new Cell<TMember, float>(accuracy, length, range), new Cell<TMember, double>(accuracy, length, range) }));
    }
}
