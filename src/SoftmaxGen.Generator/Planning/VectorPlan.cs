using System.Collections.Immutable;

namespace SoftmaxGen.Planning;

/// <summary>A row plan at one vector width.</summary>
/// <param name="Row">The cut into blocks.</param>
/// <param name="Width">The vector width in bits, at most that of a block.</param>
internal sealed record VectorPlan(RowPlan Row, int Width)
{
    private const int PlainVectorsPerIteration = 4;

    // The terms of so many vectors of doubles are inlined into a method by .NET 10.
    private const int MostInlined = 20;

    /// <summary>The number of elements of a vector.</summary>
    public int Lanes => Width / 8 / Row.ElementSize;

    /// <summary>The number of vectors of a block, each with an accumulator of its own.</summary>
    public int Accumulators => Row.BlockBytes * 8 / Width;

    /// <summary>Whether the row is written out vector by vector.</summary>
    public bool IsStraight => !(Row.IsAny && IsRolledOfAny) && (Row.FullBlocks * Accumulators) + Tail.Length <= Row.MostStraightVectors;

    /// <summary>The vectors of the last, overlapping block that hold an element which no earlier vector holds.</summary>
    public ImmutableArray<VectorSlot> Tail => SharesTail ? WholeTail : TailOf(Row, Lanes, Accumulators);

    /// <summary>The vectors of a row that is written out.</summary>
    public IEnumerable<VectorVisit> Straight => Slots.Select(static (slot, index) => new VectorVisit(slot, CodePart.Straight, index));

    /// <summary>All full vectors and the overlapping block, for passes whose result does not depend on the order.</summary>
    public RowSchedule AllVectors => Schedule(Row.Length / Lanes, PlainVectorsPerIteration);

    /// <summary>The vectors of the full blocks and of the overlapping one, each element once or twice, for passes that write.</summary>
    public RowSchedule EachBlock => Schedule(Row.FullBlocks * Accumulators, PlainVectorsPerIteration);

    /// <summary>The vectors in the order of sums: whole blocks an iteration.</summary>
    public RowSchedule InOrderOfSums => Schedule(Row.FullBlocks * Accumulators, BlocksPerIteration * Accumulators);

    /// <summary>The number of elements of all whole chunks.</summary>
    public int ChunksEnd => Row.FullBlocks / RowPlan.ChunkBlocks * RowPlan.ChunkBlocks * Row.BlockLanes;

    /// <summary>Whether the overlapping block is added to a group that the full blocks do not fill.</summary>
    public bool TailFillsGroup => Row.TailJoinsGroup && Row.FullBlocks % Row.GroupBlocks > 0;

    /// <summary>The vectors of one block, in a loop over blocks.</summary>
    public IReadOnlyList<VectorVisit> Block => [.. InOrderOfSums.Loop.Take(Accumulators)];

    /// <summary>
    /// Whether sums have a loop over blocks, and not over groups of them: of doubles in vectors of 128 bits, where the groups and what follows them are so many vectors
    /// that a compiler would not inline all that is called for each. A block is enough for those that are computed in step.
    /// </summary>
    public bool IsLoopOfBlocks => Accumulators >= RowPlan.MostInStep && Row is { GroupBlocks: 4, ElementSize: 8 } && (IsLongInGroups || Row.IsAny);

    private bool IsLongInGroups
    {
        get
        {
            RowSchedule groups = InOrderOfSums;
            return (groups.HasLoop ? groups.Loop.Count : 0) + groups.After.Count + groups.Tail.Count > MostInlined;
        }
    }

    // Each method that is written out serves few lengths: there are such where a row is so short that a loop would take much longer.
    // A loop for the softmax of Precise needs four vectors.
    private bool IsRolledOfAny => Row.BlockBytes == 64 && Accumulators switch
    {
        1 => Row.ElementSize == 8 && Row.FullBlocks > 3,
        2 => Row.ElementSize == 4 ? Row.FullBlocks > 1 : Row.Length > 16,
        _ => true,
    };

    // Rows of any length share the text of loops, and all vectors of the last block: what holds nothing but what earlier ones hold counts for nothing.
    private ImmutableArray<VectorSlot> LoopTail => Row.IsAny ? WholeTail : Tail;

    private ImmutableArray<VectorSlot> WholeTail => ImmutableArray.CreateRange(Enumerable.Range(0, Accumulators).Select(part => TailSlot(Row, Lanes, part, 0)));

    // Of 17 to 32 floats in vectors of 256 bits, too, so that one method serves all.
    private bool SharesTail => Row is { IsAny: true, ElementSize: 4, BlockBytes: 64, Remainder: > 0 } && Accumulators == 2;

    /// <summary>Every vector of the row in order.</summary>
    public IEnumerable<VectorSlot> Slots
    {
        get
        {
            for (int block = 0; block < Row.FullBlocks; block++)
            {
                for (int part = 0; part < Accumulators; part++)
                    yield return Full((block * Accumulators) + part);
            }

            if (Row.IsPartial)
                yield return new VectorSlot(0, 0, 0);
            foreach (VectorSlot slot in Tail)
                yield return slot;
        }
    }

    /// <summary>Whether compensated sums are closed chunk by chunk: a single chunk has nothing to be added to.</summary>
    public bool HasChunks => Row.FullBlocks > RowPlan.ChunkBlocks;

    /// <summary>Whether something follows the last whole chunk.</summary>
    public bool EndsInsideChunk => Row.IsAny || Row.FullBlocks % RowPlan.ChunkBlocks > 0 || Row.Remainder > 0;

    /// <summary>The number of blocks that an iteration of a sum handles.</summary>
    public int BlocksPerIteration => Math.Max(Row.GroupBlocks, Row.IsPaired ? 1 : RowPlan.MostInStep / Accumulators);

    /// <summary>
    /// Vectors in the order in which they are added: a group of blocks at a time, part by part, so that a term is added soon after it was computed.
    /// The groups of one item are computed in step.
    /// </summary>
    public IEnumerable<IReadOnlyList<VectorGroup>> Steps(IEnumerable<VectorVisit> visits)
    {
        Queue<VectorGroup> groups = new(visits
            .GroupBy(visit => (BlockOf(visit.Slot) / Row.GroupBlocks, visit.Slot.Accumulator))
            .Select(static group => new VectorGroup(group.Key.Accumulator, [.. group])));
        while (groups.Count > 0)
        {
            List<VectorGroup> step = [];
            while (groups.Count > 0 && step.Sum(static group => group.Visits.Count) < RowPlan.MostInStep)
                step.Add(groups.Dequeue());
            yield return step;
        }
    }

    private RowSchedule Schedule(int vectors, int perIteration)
    {
        int looped = vectors / perIteration * perIteration;
        return new RowSchedule(
            [.. Enumerable.Range(0, perIteration).Select(k => new VectorVisit(Full(k), CodePart.Loop, k))],
            perIteration * Lanes,
            looped * Lanes,
            Row.IsAny ? [] : [.. Enumerable.Range(looped, vectors - looped).Select(k => new VectorVisit(Full(k), CodePart.After, k - looped))],
            [.. LoopTail.Select(static (slot, index) => new VectorVisit(slot, CodePart.Tail, index))]);
    }

    private VectorSlot Full(int vector) => new(vector * Lanes, vector % Accumulators, 0);

    // The number of the block that a vector is a part of; the overlapping one comes after the full ones.
    private int BlockOf(VectorSlot slot) => (slot.Offset - (slot.Accumulator * Lanes) + Row.BlockLanes - 1) / Row.BlockLanes;

    private static ImmutableArray<VectorSlot> TailOf(RowPlan row, int lanes, int accumulators)
    {
        if (row.Remainder == 0)
            return ImmutableArray<VectorSlot>.Empty;

        int duplicates = row.BlockLanes - row.Remainder;
        ImmutableArray<VectorSlot>.Builder tail = ImmutableArray.CreateBuilder<VectorSlot>();
        for (int part = 0; part < accumulators; part++)
        {
            int masked = Math.Min(Math.Max(duplicates - (part * lanes), 0), lanes);
            if (masked < lanes)
                tail.Add(TailSlot(row, lanes, part, masked));
        }

        return tail.ToImmutable();
    }

    private static VectorSlot TailSlot(RowPlan row, int lanes, int part, int masked)
    {
        VectorSlot slot = new(row.Length - row.BlockLanes + (part * lanes), part, masked);
        return row.IsAny ? slot with { Origin = SlotOrigin.Tail, Relative = part * lanes } : slot;
    }
}

/// <summary>One vector of a row.</summary>
/// <param name="Offset">The index of its first element.</param>
/// <param name="Accumulator">Which accumulator its terms are added to.</param>
/// <param name="Duplicates">How many of its first lanes hold elements that an earlier vector holds too.</param>
internal sealed record VectorSlot(int Offset, int Accumulator, int Duplicates)
{
    /// <summary>What is known of its place where the length is not.</summary>
    public SlotOrigin Origin { get; init; }

    /// <summary>How far from there it is.</summary>
    public int Relative { get; init; }
}

/// <summary>From where the place of a vector is known.</summary>
internal enum SlotOrigin
{
    /// <summary>From the start of the row.</summary>
    Row,

    /// <summary>From the start of the block that ends at the last element.</summary>
    Tail,
}
