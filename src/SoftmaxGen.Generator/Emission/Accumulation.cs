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
            foreach (Term term in row.Straight())
                Add(term, sums);
            return;
        }

        foreach (Sum sum in sums)
            Declare(sum);
        (int chunks, int rest) = plan.Chunks;
        if (chunks == 0)
        {
            Remainder(0, rest, sums);
            return;
        }

        int lanes = RowPlan.ChunkBlocks * plan.Row.BlockLanes;
        using (writer.Block(RowCode.For("start", 0, chunks * lanes, lanes)))
            Close("part", parts => Loop($"for (nuint i = start; i < start + {lanes}; i += {Step})", parts));
        if (rest > 0 || plan.Tail.Length > 0)
            Close("rest", parts => Remainder(chunks * lanes, rest, parts));
    }

    // Sums of their own, which are then added to the totals.
    private void Close(string prefix, Action<IReadOnlyList<Sum>> write)
    {
        List<Sum> parts = [.. sums.Select(sum => sum with { Name = prefix + sum.Title })];
        foreach (Sum part in parts)
            Declare(part);
        write(parts);
        for (int k = 0; k < sums.Count; k++)
        {
            for (int part = 0; part < plan.Accumulators; part++)
                writer.Line($"{sums[k].Name}{part} += {parts[k].Name}{part};");
        }
    }

    // A loop over blocks from a start, then the blocks that do not fill an iteration, then the tail.
    private void Remainder(int from, int blocks, IReadOnlyList<Sum> targets)
    {
        int looped = blocks / plan.BlocksPerIteration * plan.BlocksPerIteration;
        if (looped > 0)
            Loop(RowCode.For("i", from, from + (looped * plan.Row.BlockLanes), Step), targets);
        int position = 0;
        for (int block = looped; block < blocks; block++)
        {
            using (writer.Block())
            {
                foreach (VectorSlot slot in plan.Block(from + (block * plan.Row.BlockLanes)))
                    Add(new Term(slot, Place.After, position++, RowCode.Number(slot.Offset)), targets);
            }
        }

        foreach (Term term in row.Tail())
            Add(term, targets);
    }

    private void Loop(string header, IReadOnlyList<Sum> targets)
    {
        using (writer.Block(header))
        {
            int position = 0;
            for (int block = 0; block < plan.BlocksPerIteration; block++)
            {
                foreach (VectorSlot slot in plan.Block(block * plan.Row.BlockLanes))
                    Add(new Term(slot, Place.Loop, position++, RowCode.Plus(slot.Offset)), targets);
            }
        }
    }

    private void Declare(Sum sum)
    {
        IEnumerable<string> names = Enumerable.Range(0, plan.Accumulators).Select(part => $"{sum.Name}{part}");
        foreach (string name in names)
            declared.Add(name);
        writer.Line($"{sum.Vector} {string.Join(", ", names.Select(name => $"{name} = {sum.Vector}.Zero"))};");
    }

    private void Add(Term term, IReadOnlyList<Sum> targets)
    {
        IReadOnlyList<string> operands = body(term);
        for (int k = 0; k < targets.Count; k++)
        {
            Sum sum = targets[k];
            string name = $"{sum.Name}{term.Slot.Accumulator}";
            bool first = declared.Add(name);
            if (sum.Accumulate is { } accumulate)
                writer.Line($"{(first ? sum.Vector + " " : "")}{name} = {accumulate(operands[k], first ? $"{sum.Vector}.Zero" : name)};");
            else
                writer.Line(first ? $"{sum.Vector} {name} = {operands[k]};" : $"{name} += {operands[k]};");
        }
    }
}
