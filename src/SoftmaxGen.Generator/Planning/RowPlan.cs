using System.Collections.Immutable;

namespace SoftmaxGen.Planning;

/// <summary>
/// How a row of N elements is cut into vectors, the same at every vector width so that sums have the same bits:
/// blocks of 64 bytes (32 or 16 where the row is shorter), then one block that ends at the last element and overlaps the one before.
/// A vector narrower than the block is a part of it with an accumulator of its own.
/// </summary>
/// <param name="Length">N.</param>
/// <param name="ElementSize">The size in bytes of one element as it is computed: 4 or 8.</param>
/// <param name="IsPaired">Whether terms are pairs, which keep the rounding errors of their sum themselves.</param>
internal sealed record RowPlan(int Length, int ElementSize, bool IsPaired = false)
{
    /// <summary>How N is spelt.</summary>
    public RowLength Text { get; init; } = new(Length);

    /// <summary>Whether the plan serves rows of several lengths.</summary>
    public bool IsAny => Text.IsAny;

    /// <summary>Sums are closed after this many blocks and added to a compensated total: rounding errors do not grow with N.</summary>
    public const int ChunkBlocks = 8;

    /// <summary>The most vectors whose terms are computed in step.</summary>
    public const int MostInStep = 4;

    /// <summary>Rows of at most this many vectors are written out, longer ones as loops. One vector of pairs more, and a method is longer than 6 KB.</summary>
    public int MostStraightVectors => IsPaired ? 7 : 8;

    /// <summary>The size of a block: the largest vector that the row fills.</summary>
    public int BlockBytes =>
        Length * (long)ElementSize >= 64 ? 64 : Length * (long)ElementSize >= 32 ? 32 : 16;

    /// <summary>The number of elements of a block.</summary>
    public int BlockLanes => BlockBytes / ElementSize;

    /// <summary>Whether the row is shorter than the shortest vector, and so loaded and stored piecemeal.</summary>
    public bool IsPartial => Length < BlockLanes;

    /// <summary>The number of blocks that do not overlap.</summary>
    public int FullBlocks => (Length / BlockLanes) - (LastIsTail ? 1 : 0);

    /// <summary>The number of elements after the last full block.</summary>
    public int Remainder => IsPartial ? 0 : LastIsTail ? BlockLanes : Length % BlockLanes;

    // What is written out for rows of several lengths has no case of its own for those that are whole blocks, where the tail is added as one more block would be.
    private bool LastIsTail => IsAny && TailJoinsGroup && Length > BlockLanes && Length % BlockLanes == 0;

    /// <summary>Within a chunk this many blocks are added to each other first, in pairs, which makes for fewer roundings.</summary>
    public int GroupBlocks => IsPaired ? 2 : 4;

    /// <summary>
    /// Whether the overlapping block is one of a group: of floats, whose terms go through as many additions as a tree of N leaves is deep then, up to 128 of them.
    /// Longer rows are summed in double precision, and so are those of doubles in effect.
    /// </summary>
    public bool TailJoinsGroup => ElementSize == 4 && Length <= 128;

    /// <summary>Whether so few blocks are added, two at most, that their rounding errors are not worth keeping.</summary>
    public bool IsShort => Length * (long)ElementSize <= 2 * 64;

    /// <summary>The vector widths in bits that are worth a method of their own, widest first.</summary>
    public ImmutableArray<int> Widths =>
        BlockBytes == 64 ? ImmutableArray.Create(512, 256, 128) : BlockBytes == 32 ? ImmutableArray.Create(256, 128) : ImmutableArray.Create(128);

    /// <summary>The cut at one vector width.</summary>
    public VectorPlan At(int width) => new(this, width);
}
