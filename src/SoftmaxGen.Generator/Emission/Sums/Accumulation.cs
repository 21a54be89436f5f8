using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// Writes a pass that adds up: the order of the additions is that of <see cref="RowPlan"/>, at every vector width, written out or looped.
/// </summary>
/// <param name="sums">What is added up at the same time.</param>
/// <param name="body">Writes the code for one vector and returns the operand for each sum.</param>
/// <param name="prepare">Writes what several vectors need before the body is written for each of them.</param>
internal sealed class Accumulation(RowCode row, IReadOnlyList<Sum> sums, Func<VectorVisit, IReadOnlyList<Summand>> body, Action<IReadOnlyList<VectorVisit>>? prepare)
{
    private readonly VectorPlan plan = row.Plan;

    public void Write()
    {
        if (plan.IsStraight)
        {
            List<VectorVisit> terms = [.. row.Straight()];
            int together = plan.Row.TailJoinsGroup ? terms.Count : terms.Count - plan.Tail.Length;
            Add(terms.Take(together), prepare);
            AddEach(terms.Skip(together));
        }
        else
        {
            foreach (Sum sum in sums)
                sum.Declare();
            Loops();
        }

        foreach (Sum sum in sums)
            sum.End();
    }

    private void Loops()
    {
        RowPlan blocks = plan.Row;
        int looped = blocks.FullBlocks / plan.BlocksPerIteration * plan.BlocksPerIteration;
        int closed = sums.Any(sum => sum.ClosesChunks) ? blocks.FullBlocks / RowPlan.ChunkBlocks * RowPlan.ChunkBlocks : 0;
        if (closed > 0)
            Chunks(closed * blocks.BlockLanes, looped * blocks.BlockLanes);
        else if (looped > 0)
            Iterations("0", RowCode.Number(looped * blocks.BlockLanes));
        VectorVisit[] tail = [.. row.Tail()];
        bool joins = blocks.TailJoinsGroup && blocks.FullBlocks % blocks.GroupBlocks > 0;
        if (joins)
            prepare?.Invoke(tail);
        if (blocks.FullBlocks > looped)
        {
            using (row.Writer.Block())
            {
                IEnumerable<VectorSlot> slots = Enumerable.Range(looped, blocks.FullBlocks - looped).SelectMany(block => plan.Block(block * blocks.BlockLanes));
                IEnumerable<VectorVisit> after = slots.Select((slot, k) => new VectorVisit(slot, CodePart.After, k, RowCode.Number(slot.Offset)));
                Add([.. after, .. joins ? tail : []], prepare is null ? null : terms => prepare([.. terms.Where(term => term.Part != CodePart.Tail)]));
            }
        }

        if (!joins)
            AddEach(tail);
    }

    // The last chunk may be a part of one, which stays open. It is not written once more: a method twice as long takes twice as long to compile,
    // and one with more locals than the compiler follows keeps all of them in memory.
    private void Chunks(int closed, int looped)
    {
        int chunk = RowPlan.ChunkBlocks * plan.Row.BlockLanes;
        string next = $"start + {chunk}";
        using (row.Writer.Block(RowCode.For("start", 0, looped, chunk)))
        {
            Iterations("start", looped > closed ? $"(start < {closed} ? {next} : {looped})" : next);
            using (looped > closed ? row.Writer.Block($"if (start < {closed})") : default)
            {
                foreach (Sum sum in sums)
                    sum.CloseChunk();
            }
        }
    }

    private void Iterations(string from, string to)
    {
        using (row.Writer.Block($"for (UIntPtr i = {from}; i < {to}; i += {plan.BlocksPerIteration * plan.Row.BlockLanes})"))
        {
            IEnumerable<VectorSlot> slots = Enumerable.Range(0, plan.BlocksPerIteration).SelectMany(block => plan.Block(block * plan.Row.BlockLanes));
            Add([.. slots.Select((slot, k) => new VectorVisit(slot, CodePart.Loop, k, RowCode.Plus(slot.Offset)))], prepare);
        }
    }

    // A group of blocks at a time, part by part, so that a term is added soon after it was computed.
    private void Add(IEnumerable<VectorVisit> terms, Action<IReadOnlyList<VectorVisit>>? prepare)
    {
        List<IGrouping<(int, int Part), VectorVisit>> groups = [.. terms.GroupBy(term => (plan.BlockOf(term.Slot) / plan.Row.GroupBlocks, term.Slot.Accumulator))];
        while (groups.Count > 0)
        {
            List<IGrouping<(int, int Part), VectorVisit>> next = [];
            while (groups.Count > next.Count && next.Sum(some => some.Count()) < RowPlan.MostInStep)
                next.Add(groups[next.Count]);
            groups.RemoveRange(0, next.Count);
            prepare?.Invoke([.. next.SelectMany(some => some)]);
            foreach (IGrouping<(int, int Part), VectorVisit> some in next)
                AddTogether(some.Key.Part, some);
        }
    }

    private void AddEach(IEnumerable<VectorVisit> terms)
    {
        foreach (VectorVisit term in terms)
        {
            prepare?.Invoke([term]);
            AddTogether(term.Slot.Accumulator, [term]);
        }
    }

    private void AddTogether(int part, IEnumerable<VectorVisit> terms)
    {
        List<IReadOnlyList<Summand>> summands = [.. terms.Select(body)];
        for (int k = 0; k < sums.Count; k++)
            sums[k].Add(part, [.. summands.Select(summand => summand[k])]);
    }
}
