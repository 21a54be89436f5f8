using System.Collections.Immutable;

namespace SoftmaxGen.Planning;

/// <summary>A row plan at one vector width.</summary>
/// <param name="Row">The cut into blocks.</param>
/// <param name="Width">The vector width in bits, at most that of a block.</param>
internal sealed record VectorPlan(RowPlan Row, int Width)
{
    /// <summary>The number of elements of a vector.</summary>
    public int Lanes => Width / 8 / Row.ElementSize;

    /// <summary>The number of vectors of a block, each with an accumulator of its own.</summary>
    public int Accumulators => Row.BlockBytes * 8 / Width;

    /// <summary>Whether the row is written out vector by vector.</summary>
    public bool IsStraight => (Row.FullBlocks * Accumulators) + Tail.Length <= Row.MostStraightVectors;

    /// <summary>The vectors of the last, overlapping block that hold an element which no earlier vector holds.</summary>
    public ImmutableArray<VectorSlot> Tail => TailOf(Row, Lanes, Accumulators);

    /// <summary>Every vector of the row in order.</summary>
    public IEnumerable<VectorSlot> Slots
    {
        get
        {
            for (int block = 0; block < Row.FullBlocks; block++)
            {
                foreach (VectorSlot slot in Block(block * Row.BlockLanes))
                    yield return slot;
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
    public bool EndsInsideChunk => Row.FullBlocks % RowPlan.ChunkBlocks > 0 || Row.Remainder > 0;

    /// <summary>The number of blocks that one iteration of a loop handles: at least as many vectors as can be computed in step.</summary>
    public int BlocksPerIteration => Math.Max(Row.GroupBlocks, Row.IsPaired ? 1 : RowPlan.MostInStep / Accumulators);

    /// <summary>The vectors of a full block that starts at an offset.</summary>
    public IEnumerable<VectorSlot> Block(int offset)
    {
        for (int part = 0; part < Accumulators; part++)
            yield return new VectorSlot(offset + (part * Lanes), part, 0);
    }

    /// <summary>The number of the block that a vector is a part of; the overlapping one comes after the full ones.</summary>
    public int BlockOf(VectorSlot slot) => (slot.Offset - (slot.Accumulator * Lanes) + Row.BlockLanes - 1) / Row.BlockLanes;

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
                tail.Add(new VectorSlot(row.Length - row.BlockLanes + (part * lanes), part, masked));
        }

        return tail.ToImmutable();
    }
}

/// <summary>One vector of a row.</summary>
/// <param name="Offset">The index of its first element.</param>
/// <param name="Accumulator">Which accumulator its terms are added to.</param>
/// <param name="Duplicates">How many of its first lanes hold elements that an earlier vector holds too.</param>
internal readonly record struct VectorSlot(int Offset, int Accumulator, int Duplicates);
