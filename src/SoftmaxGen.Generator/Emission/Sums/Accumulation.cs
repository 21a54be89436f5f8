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
        bool isAny = plan.Row.IsAny;
        // Blocks that are added one after the other are no cases: the body, which is long where sums are such, stands once.
        if (isAny && sums.All(static sum => sum is SequentialSum))
        {
            using (row.Writer.Block($"for (UIntPtr i = 0; i < whole; i += {RowCode.Number(plan.Row.BlockLanes)})"))
                AddEach(plan.Block);
            AddEach(schedule.Tail);
            return;
        }

        bool closes = sums.Any(static sum => sum.ClosesChunks) && (isAny || plan.ChunksEnd > 0);
        if (isAny && closes)
            row.Writer.Line($"UIntPtr closed = {row.Whole(RowPlan.ChunkBlocks * plan.Row.BlockLanes)};");
        string end = plan.IsLoopOfBlocks ? (isAny ? "whole" : RowCode.Number(plan.Row.FullBlocks * plan.Row.BlockLanes)) : isAny ? "looped" : RowCode.Number(schedule.End);
        if (plan.IsLoopOfBlocks)
            DeclareRest();
        if (closes)
            Chunks(schedule, isAny ? "closed" : RowCode.Number(plan.ChunksEnd), end);
        else if (isAny || plan.IsLoopOfBlocks || schedule.HasLoop)
            Iterations(schedule, "0", end);

        bool joins = isAny ? plan.Row.TailJoinsGroup : plan.TailFillsGroup;
        if (plan.IsLoopOfBlocks)
            EndRest(schedule, joins);
        else if (isAny)
            RestOfAny(schedule, joins);
        else
            After(schedule, joins);
        if (!joins)
            AddEach(schedule.Tail);
    }

    private void After(RowSchedule schedule, bool joins)
    {
        if (joins)
            prepare?.Invoke(schedule.Tail);
        if (schedule.After.Count == 0)
            return;
        using (row.Writer.Block())
            Add([.. schedule.After, .. joins ? schedule.Tail : []], prepare is null ? null : terms => prepare([.. terms.Where(term => term.Part != CodePart.Tail)]));
    }

    // A block after the other. Three of them, and the overlapping one where it is of their group, are added as the tree of a group would: two pairs, of which terms that are missing are 0.
    private void RestOfAny(RowSchedule schedule, bool joins)
    {
        using (joins ? default : row.Writer.Block("if (looped < whole)"))
        {
            DeclareRest();
            using (row.Writer.Block($"for (UIntPtr i = looped; i < whole; i += {RowCode.Number(plan.Row.BlockLanes)})"))
            {
                AddToRest(plan.Block);
                ClosePairs($"i - looped == {RowCode.Number(plan.Row.BlockLanes)}", static sum => sum.ClosePair());
            }

            EndRest(schedule, joins);
        }
    }

    private void DeclareRest()
    {
        foreach (Sum sum in sums)
            sum.DeclareRest();
    }

    private void AddToRest(IReadOnlyList<VectorVisit> terms)
    {
        prepare?.Invoke(terms);
        foreach (VectorVisit term in terms)
        {
            IReadOnlyList<Summand> summands = body(term);
            for (int k = 0; k < sums.Count; k++)
                sums[k].AddToRest(term.Slot.Accumulator, summands[k]);
        }
    }

    private void ClosePairs(string condition, Action<Sum> close)
    {
        if (!sums.Any(static sum => sum.ClosesPairs))
            return;
        using (row.Writer.Block($"if ({condition})"))
        {
            foreach (Sum sum in sums)
                close(sum);
        }
    }

    private void EndRest(RowSchedule schedule, bool joins)
    {
        if (joins)
            AddToRest(schedule.Tail);
        foreach (Sum sum in sums)
            sum.EndRest();
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
        int step = plan.IsLoopOfBlocks ? plan.Row.BlockLanes : schedule.Step;
        using (row.Writer.Block($"for (UIntPtr i = {from}; i < {to}; i += {RowCode.Number(step)})"))
        {
            if (!plan.IsLoopOfBlocks)
            {
                Add(schedule.Loop, prepare);
                return;
            }

            AddToRest(plan.Block);
            string place = $"(i & {RowCode.Number(3 * step)})";
            ClosePairs($"{place} == {RowCode.Number(step)}", static sum => sum.ClosePair());
            ClosePairs($"{place} == {RowCode.Number(3 * step)}", static sum => sum.CloseGroup());
        }
    }

    private void Add(IEnumerable<VectorVisit> terms, Action<IReadOnlyList<VectorVisit>>? prepare)
    {
        foreach (IReadOnlyList<VectorGroup> step in plan.Steps(terms))
        {
            prepare?.Invoke([.. step.SelectMany(group => group.Visits)]);
            foreach (VectorGroup group in step)
                AddAll(group.Accumulator, [.. group.Visits.Select(body)]);
        }
    }

    private void AddEach(IEnumerable<VectorVisit> terms)
    {
        foreach (VectorVisit term in terms)
        {
            prepare?.Invoke([term]);
            IReadOnlyList<Summand> summands = body(term);
            using (row.UnlessRepeated(term))
                AddAll(term.Slot.Accumulator, [summands]);
        }
    }

    private void AddAll(int part, IReadOnlyList<IReadOnlyList<Summand>> summands)
    {
        for (int k = 0; k < sums.Count; k++)
            sums[k].Add(part, [.. summands.Select(summand => summand[k])]);
    }
}
