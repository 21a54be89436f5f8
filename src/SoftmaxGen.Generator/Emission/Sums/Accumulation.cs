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
            VectorVisit[] terms = [.. plan.Straight];
            int together = plan.Row.TailJoinsGroup ? terms.Length : terms.Length - plan.Tail.Length;
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
        RowSchedule schedule = plan.InOrderOfSums;
        if (plan.Row.IsAny)
        {
            LoopsOfAny(schedule);
            return;
        }

        if (plan.ChunksEnd > 0 && sums.Any(sum => sum.ClosesChunks))
            Chunks(schedule, RowCode.Number(plan.ChunksEnd), RowCode.Number(schedule.End));
        else if (schedule.HasLoop)
            Iterations(schedule, "0", RowCode.Number(schedule.End));
        bool joins = plan.TailFillsGroup;
        if (joins)
            prepare?.Invoke(schedule.Tail);
        if (schedule.After.Count > 0)
        {
            using (row.Writer.Block())
                Add([.. schedule.After, .. joins ? schedule.Tail : []], prepare is null ? null : terms => prepare([.. terms.Where(term => term.Part != CodePart.Tail)]));
        }

        if (!joins)
            AddEach(schedule.Tail);
    }

    // What follows the iterations is one of a few cases; they add up as the plan of each length does.
    private void LoopsOfAny(RowSchedule schedule)
    {
        // Blocks that are added one after the other are no cases: the body, which is long where sums are such, stands once.
        if (sums.All(static sum => sum is SequentialSum))
        {
            using (row.Writer.Block($"for (UIntPtr i = 0; i < whole; i += {RowCode.Number(plan.Row.BlockLanes)})"))
                AddEach(schedule.Loop.Where(term => term.Slot.Offset < plan.Row.BlockLanes));
            AddEach(schedule.Tail);
            return;
        }

        if (sums.Any(sum => sum.ClosesChunks))
        {
            row.Writer.Line($"UIntPtr closed = {row.Whole(RowPlan.ChunkBlocks * plan.Row.BlockLanes)};");
            Chunks(schedule, "closed", "looped");
        }
        else
        {
            Iterations(schedule, "0", "looped");
        }

        bool joins = plan.Row.TailJoinsGroup;
        if (joins)
            prepare?.Invoke(schedule.Tail);
        for (int blocks = 1; blocks < plan.BlocksPerIteration; blocks++)
        {
            using (row.Writer.Block($"{(blocks > 1 ? "else " : "")}if (whole - looped == {RowCode.Number(blocks * plan.Row.BlockLanes)})"))
                Add([.. plan.BlocksAfter(blocks), .. joins ? plan.TailAfter(blocks) : []], prepare is null ? null : terms => prepare([.. terms.Where(term => term.Part != CodePart.Tail)]));
        }

        using (joins ? row.Writer.Block("else") : default)
            AddEach(schedule.Tail, isPrepared: joins);
    }

    // The last chunk may be a part of one, which stays open. It is not written once more: a method twice as long takes twice as long to compile,
    // and one with more locals than the compiler follows keeps all of them in memory.
    private void Chunks(RowSchedule schedule, string closed, string end)
    {
        int chunk = RowPlan.ChunkBlocks * plan.Row.BlockLanes;
        bool staysOpen = end != closed;
        string next = $"start + {chunk}";
        using (row.Writer.Block($"for (UIntPtr start = 0; start < {end}; start += {chunk})"))
        {
            Iterations(schedule, "start", staysOpen ? $"(start < {closed} ? {next} : {end})" : next);
            using (staysOpen ? row.Writer.Block($"if (start < {closed})") : default)
            {
                foreach (Sum sum in sums)
                    sum.CloseChunk();
            }
        }
    }

    private void Iterations(RowSchedule schedule, string from, string to)
    {
        using (row.Writer.Block($"for (UIntPtr i = {from}; i < {to}; i += {schedule.Step})"))
            Add(schedule.Loop, prepare);
    }

    private void Add(IEnumerable<VectorVisit> terms, Action<IReadOnlyList<VectorVisit>>? prepare)
    {
        foreach (IReadOnlyList<VectorGroup> step in plan.Steps(terms))
        {
            prepare?.Invoke([.. step.SelectMany(group => group.Visits)]);
            foreach (VectorGroup group in step)
                AddTogether(group.Accumulator, group.Visits);
        }
    }

    private void AddEach(IEnumerable<VectorVisit> terms, bool isPrepared = false)
    {
        foreach (VectorVisit term in terms)
        {
            if (!isPrepared)
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
