using System.Collections.Concurrent;
using System.Numerics;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>One row of logits with its exact results, which are computed once for all members and accuracies.</summary>
internal sealed class Row<T>(Distribution distribution, int seed, T[] x)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Short rows are cheap and need more luck to meet their worst case.
    private const int ElementsPerLength = 256;
    private const int MostRows = 8;

    private static readonly ConcurrentDictionary<(Distribution, int), Lazy<Row<T>[]>> Cache = new();

    private readonly Lazy<SoftmaxReference> reference = new(() => SoftmaxReference.Of<T>(x));
    private BigFloat[]? softmax;
    private BigFloat[]? logSoftmax;
    private BigFloat? logSumExp;

    public T[] X { get; } = x;

    public SoftmaxReference Reference => reference.Value;

    public BigFloat[] Softmax => softmax ??= Reference.Softmax();

    public BigFloat[] LogSoftmax => logSoftmax ??= Reference.LogSoftmax();

    public BigFloat LogSumExp => logSumExp ??= Reference.LogSumExp;

    public static Row<T>[] Of(Distribution distribution, int length) =>
        Cache.GetOrAdd((distribution, length), key => new(() => Make(key.Item1, key.Item2))).Value;

    public override string ToString() => $"{distribution} seed {seed}";

    private static Row<T>[] Make(Distribution distribution, int length)
    {
        var rows = new Row<T>[Math.Clamp(ElementsPerLength / length, 1, MostRows)];
        for (int i = 0; i < rows.Length; i++)
        {
            int seed = (length * MostRows) + i;
            rows[i] = new(distribution, seed, distribution.Sample<T>(length, seed));
        }

        return rows;
    }
}
