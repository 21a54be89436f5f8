using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// Writes a pass that adds up: the order of the additions is that of <see cref="RowPlan"/>, at every vector width, written out or looped.
/// </summary>
/// <param name="sums">What is added up at the same time.</param>
/// <param name="body">Writes the code for one vector and returns the operand for each sum.</param>
internal sealed class Accumulation(SourceWriter writer, RowCode row, IReadOnlyList<Sum> sums, Func<Term, IReadOnlyList<string>> body)
{
    private readonly VectorPlan plan = row.Plan;
    private readonly HashSet<string> declared = [];

    private int Step => plan.BlocksPerIteration * plan.Row.BlockLanes;

    public void Write()
    {
        if (plan.IsStraight)
        {
            List<Term> terms = [.. row.Straight()];
            int tail = plan.Tail.Length;
            Groups([.. terms.Take(terms.Count - tail)], sums);
            foreach (Term term in terms.Skip(terms.Count - tail))
                Add([term], sums);
            return;
        }

        foreach (Sum sum in sums)
            Declare(sum.Vector, sum.Name);
        (int chunks, int rest) = plan.Chunks;
        if (chunks == 0)
        {
            Remainder(0, rest, sums);
            return;
        }

        int lanes = RowPlan.ChunkBlocks * plan.Row.BlockLanes;
        foreach (Sum sum in sums.Where(sum => sum.IsCompensated))
            Declare(sum.Vector, "lost" + sum.Title);
        using (writer.Block(RowCode.For("start", 0, chunks * lanes, lanes)))
            Close("part", parts => Loop($"for (nuint i = start; i < start + {lanes}; i += {Step})", parts));
        if (rest > 0 || plan.Tail.Length > 0)
            Close("rest", parts => Remainder(chunks * lanes, rest, parts));
        foreach (Sum sum in sums.Where(sum => sum.IsCompensated))
        {
            for (int part = 0; part < plan.Accumulators; part++)
                writer.Line($"{sum.Name}{part} += lost{sum.Title}{part};");
        }
    }

    // Sums of their own, which are then added to the totals.
    private void Close(string prefix, Action<IReadOnlyList<Sum>> write)
    {
        List<Sum> parts = [.. sums.Select(sum => sum with { Name = prefix + sum.Title })];
        foreach (Sum part in parts)
            Declare(part.Vector, part.Name);
        write(parts);
        for (int k = 0; k < sums.Count; k++)
        {
            for (int part = 0; part < plan.Accumulators; part++)
            {
                string total = $"{sums[k].Name}{part}", closed = $"{parts[k].Name}{part}";
                if (sums[k].IsCompensated)
                    writer.Line($"lost{sums[k].Title}{part} += Lost({total}, {closed}, {total} + {closed});");
                writer.Line($"{total} += {closed};");
            }
        }
    }

    // A loop over blocks from a start, then the blocks that do not fill an iteration, then the tail.
    private void Remainder(int from, int blocks, IReadOnlyList<Sum> targets)
    {
        int looped = blocks / plan.BlocksPerIteration * plan.BlocksPerIteration;
        if (looped > 0)
            Loop(RowCode.For("i", from, from + (looped * plan.Row.BlockLanes), Step), targets);
        if (looped < blocks)
        {
            using (writer.Block())
            {
                IEnumerable<VectorSlot> slots = Enumerable.Range(looped, blocks - looped).SelectMany(block => plan.Block(from + (block * plan.Row.BlockLanes)));
                Groups([.. slots.Select((slot, k) => new Term(slot, Place.After, k, RowCode.Number(slot.Offset)))], targets);
            }
        }

        foreach (Term term in row.Tail())
            Add([term], targets);
    }

    private void Loop(string header, IReadOnlyList<Sum> targets)
    {
        using (writer.Block(header))
        {
            IEnumerable<VectorSlot> slots = Enumerable.Range(0, plan.BlocksPerIteration).SelectMany(block => plan.Block(block * plan.Row.BlockLanes));
            Groups([.. slots.Select((slot, k) => new Term(slot, Place.Loop, k, RowCode.Plus(slot.Offset)))], targets);
        }
    }

    // Two blocks at a time, part by part, so that a term is added soon after it was computed.
    private void Groups(List<Term> terms, IReadOnlyList<Sum> targets)
    {
        int size = RowPlan.GroupBlocks * plan.Accumulators;
        for (int first = 0; first < terms.Count; first += size)
        {
            List<Term> group = terms.GetRange(first, Math.Min(size, terms.Count - first));
            for (int part = 0; part < plan.Accumulators; part++)
                Add([.. group.Where(term => term.Slot.Accumulator == part)], targets);
        }
    }

    private void Declare(string vector, string stem)
    {
        List<string> names = [.. Enumerable.Range(0, plan.Accumulators).Select(part => $"{stem}{part}")];
        declared.UnionWith(names);
        writer.Line($"{vector} {string.Join(", ", names.Select(name => $"{name} = {vector}.Zero"))};");
    }

    private void Add(IReadOnlyList<Term> group, IReadOnlyList<Sum> targets)
    {
        List<IReadOnlyList<string>> operands = [.. group.Select(body)];
        for (int k = 0; k < targets.Count; k++)
        {
            Sum sum = targets[k];
            string name = $"{sum.Name}{group[0].Slot.Accumulator}";
            if (sum.Accumulate is { } accumulate)
            {
                foreach (IReadOnlyList<string> operand in operands)
                {
                    bool start = declared.Add(name);
                    writer.Line($"{(start ? sum.Vector + " " : "")}{name} = {accumulate(operand[k], start ? $"{sum.Vector}.Zero" : name)};");
                }
            }
            else
            {
                bool start = declared.Add(name);
                writer.Line($"{(start ? sum.Vector + " " : "")}{name} {(start ? "=" : "+=")} {string.Join(" + ", operands.Select(operand => operand[k]))};");
            }
        }
    }
}
