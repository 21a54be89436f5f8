using System.Globalization;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// Writes the passes over a row at one vector width: vector by vector for short rows, as loops with constant trip counts for long ones.
/// What is done with a vector stands once, in the member that asks for the pass.
/// </summary>
internal sealed class RowCode(SourceWriter writer, VectorPlan plan, Arithmetic arithmetic)
{
    private const int VectorsPerPlainIteration = 4;

    public VectorPlan Plan => plan;

    public Arithmetic Arithmetic => arithmetic;

    /// <summary>Whether the row is long enough for loops.</summary>
    public bool HasLoops => plan.Row.BlockBytes * 8 >= plan.Width && !plan.IsStraight;

    /// <summary><c>Vector256</c>.</summary>
    public string Factory => $"Vector{plan.Width}";

    /// <summary><c>Vector256&lt;float&gt;</c>.</summary>
    public string Vector => $"{Factory}<{arithmetic.Compute}>";

    /// <summary>A vector of the elements of a row from an offset on.</summary>
    public string Load(string row, string offset)
    {
        if (plan.Row.IsPartial)
            return $"{(arithmetic.Widens ? "Widen" : "Load")}Row{plan.Row.Length}(ref {row})";
        if (arithmetic.Widens)
            return $"Widen{plan.Width}(ref {row}, {offset})";
        return offset == "0" ? $"{Factory}.LoadUnsafe(ref {row})" : $"{Factory}.LoadUnsafe(ref {row}, {offset})";
    }

    /// <summary>Stores a vector at an offset of a row.</summary>
    public void Store(string vector, string row, string offset)
    {
        if (plan.Row.IsPartial)
            writer.Line($"{(arithmetic.Widens ? "Narrow" : "Store")}Row{plan.Row.Length}({vector}, ref {row});");
        else if (arithmetic.Widens)
            writer.Line($"Narrow({vector}, ref {row}, {offset});");
        else
            writer.Line($"{(vector.Contains(' ') ? $"({vector})" : vector)}.StoreUnsafe(ref {row}{(offset == "0" ? "" : $", {offset}")});");
    }

    /// <summary>
    /// Loads what must be read before anything is stored, since the destination may be the row itself:
    /// the whole of a short row, the overlapping tail of a long one.
    /// </summary>
    public void LoadEarly(string row)
    {
        foreach (Term term in plan.IsStraight ? Straight() : Tail())
            writer.Line($"{Vector} {term.Name(row)} = {Load(row, term.Offset)};");
    }

    /// <summary>Declares <c>max</c>, the largest element of the row in every lane.</summary>
    public void Max(string row)
    {
        if (plan.IsStraight)
        {
            writer.Line($"{Vector} max = MaxAcross({Tree(Straight().Select(t => t.Name(row)).ToList(), (a, b) => $"Max({a}, {b})")});");
            return;
        }

        int vectors = plan.Row.Length / plan.Lanes;
        int looped = vectors / VectorsPerPlainIteration * VectorsPerPlainIteration;
        string[] running = Enumerable.Range(0, VectorsPerPlainIteration).Select(k => $"max{k}").ToArray();
        for (int k = 0; k < running.Length; k++)
            writer.Line($"{Vector} {running[k]} = {Load(row, Number(k * plan.Lanes))};");
        using (writer.Block(For(VectorsPerPlainIteration * plan.Lanes, looped * plan.Lanes, VectorsPerPlainIteration * plan.Lanes)))
        {
            for (int k = 0; k < running.Length; k++)
                writer.Line($"{running[k]} = Max({running[k]}, {Load(row, Plus(k * plan.Lanes))});");
        }

        for (int k = looped; k < vectors; k++)
            writer.Line($"max{k - looped} = Max(max{k - looped}, {Load(row, Number(k * plan.Lanes))});");
        string all = Tree(running.Concat(Tail().Select(t => t.Name(row))).ToList(), (a, b) => $"Max({a}, {b})");
        writer.Line($"{Vector} max = MaxAcross({all});");
    }

    /// <summary>
    /// Visits the vectors in the order of the sums. The body returns what to add to each of the sums;
    /// these are declared here, an accumulator for each part of a block: <c>sum0</c>, <c>sum1</c>, …
    /// </summary>
    /// <param name="sums">The names of the sums, the type of their vectors, and the operator that accumulates.</param>
    /// <param name="body">Writes the code for one vector and returns the operand for each sum.</param>
    public void Accumulate(IReadOnlyList<Sum> sums, Func<Term, IReadOnlyList<string>> body)
    {
        if (plan.IsStraight)
        {
            HashSet<string> declared = [];
            foreach (Term term in Straight())
                Add(sums, term, body(term), declared);
            return;
        }

        (int chunks, int rest) = plan.Chunks;
        int chunkLanes = RowPlan.ChunkBlocks * plan.Row.BlockLanes;
        foreach (Sum sum in sums)
            Declare(sum, sum.Name);
        if (chunks > 0)
        {
            using (writer.Block($"for (nuint start = 0; start < {chunks * chunkLanes}; start += {chunkLanes})"))
            {
                foreach (Sum sum in sums)
                    Declare(sum, "part" + sum.Title);
                Loop("start", chunkLanes, Parts(sums), body);
                foreach (Sum sum in sums)
                {
                    for (int part = 0; part < plan.Accumulators; part++)
                        writer.Line($"{sum.Name}{part} += part{sum.Title}{part};");
                }
            }

            if (rest > 0 || plan.Tail.Length > 0)
            {
                foreach (Sum sum in sums)
                    Declare(sum, "rest" + sum.Title);
                Remainder(chunks * chunkLanes, rest, sums.Select(s => s with { Name = "rest" + s.Title }).ToList(), body);
                foreach (Sum sum in sums)
                {
                    for (int part = 0; part < plan.Accumulators; part++)
                        writer.Line($"{sum.Name}{part} += rest{sum.Title}{part};");
                }
            }
        }
        else
        {
            Remainder(0, rest, sums, body);
        }
    }

    /// <summary>The accumulators of a sum folded into one vector, halves first, as the lanes of a wider vector would be.</summary>
    public string Fold(string sum)
    {
        List<string> parts = Enumerable.Range(0, plan.Accumulators).Select(part => $"{sum}{part}").ToList();
        while (parts.Count > 1)
        {
            int half = parts.Count / 2;
            parts = Enumerable.Range(0, half).Select(i => $"({parts[i]} + {parts[i + half]})").ToList();
        }

        return parts[0].TrimStart('(').Length == parts[0].Length - 1 ? parts[0].Substring(1, parts[0].Length - 2) : parts[0];
    }

    /// <summary>Visits the vectors in any order, the overlapping tail last.</summary>
    public void ForEach(Action<Term> body)
    {
        if (plan.IsStraight)
        {
            foreach (Term term in Straight())
                body(term);
            return;
        }

        int vectors = plan.Row.FullBlocks * plan.Accumulators;
        int looped = vectors / VectorsPerPlainIteration * VectorsPerPlainIteration;
        using (writer.Block(For(0, looped * plan.Lanes, VectorsPerPlainIteration * plan.Lanes)))
        {
            for (int k = 0; k < VectorsPerPlainIteration; k++)
                body(new Term(new VectorSlot(k * plan.Lanes, 0, 0), Place.Loop, k, Plus(k * plan.Lanes)));
        }

        for (int k = looped; k < vectors; k++)
        {
            using (writer.Block())
                body(new Term(new VectorSlot(k * plan.Lanes, 0, 0), Place.After, k - looped, Number(k * plan.Lanes)));
        }

        foreach (Term term in Tail())
            body(term);
    }

    /// <summary>The vector of a row that a term stands for: a local where it was loaded early, a load otherwise.</summary>
    public string Value(Term term, string row) => term.Place is Place.Straight or Place.Tail ? term.Name(row) : Load(row, term.Offset);

    /// <summary>An operand of a sum without the lanes that do not count: those of the vector before, or beyond a short row.</summary>
    public string Counted(Term term, string vector)
    {
        if (plan.Row.IsPartial && plan.Row.Length < plan.Lanes)
            return $"OnlyFirst({vector}, {plan.Row.Length})";
        return term.Slot.Duplicates == 0 ? vector : $"WithoutFirst({vector}, {term.Slot.Duplicates})";
    }

    private void Declare(Sum sum, string name)
    {
        string zeros = string.Join(", ", Enumerable.Range(0, plan.Accumulators).Select(part => $"{name}{part} = {sum.Vector}.Zero"));
        writer.Line($"{sum.Vector} {zeros};");
    }

    private static List<Sum> Parts(IReadOnlyList<Sum> sums) => sums.Select(s => s with { Name = "part" + s.Title }).ToList();

    // A loop over blocks from a start, then the blocks that do not fill an iteration, then the tail.
    private void Remainder(int from, int blocks, IReadOnlyList<Sum> sums, Func<Term, IReadOnlyList<string>> body)
    {
        int looped = blocks / plan.BlocksPerIteration * plan.BlocksPerIteration;
        if (looped > 0)
            Loop(Number(from), looped * plan.Row.BlockLanes, sums, body);
        int position = 0;
        for (int block = looped; block < blocks; block++)
        {
            using (writer.Block())
            {
                foreach (VectorSlot slot in plan.Block(from + (block * plan.Row.BlockLanes)))
                    Add(sums, new Term(slot, Place.After, position++, Number(slot.Offset)), body, null);
            }
        }

        foreach (Term term in Tail())
            Add(sums, term, body, null);
    }

    private void Loop(string start, int lanes, IReadOnlyList<Sum> sums, Func<Term, IReadOnlyList<string>> body)
    {
        int step = plan.BlocksPerIteration * plan.Row.BlockLanes;
        string header = start == "0"
            ? For(0, lanes, step)
            : int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out int from)
                ? For(from, from + lanes, step)
                : $"for (nuint i = {start}; i < {start} + {lanes}; i += {step})";
        using (writer.Block(header))
        {
            int position = 0;
            for (int block = 0; block < plan.BlocksPerIteration; block++)
            {
                foreach (VectorSlot slot in plan.Block(block * plan.Row.BlockLanes))
                    Add(sums, new Term(slot, Place.Loop, position++, Plus(slot.Offset)), body, null);
            }
        }
    }

    private void Add(IReadOnlyList<Sum> sums, Term term, Func<Term, IReadOnlyList<string>> body, HashSet<string>? declared) =>
        Add(sums, term, body(term), declared);

    private void Add(IReadOnlyList<Sum> sums, Term term, IReadOnlyList<string> operands, HashSet<string>? declared)
    {
        for (int k = 0; k < sums.Count; k++)
        {
            string name = $"{sums[k].Name}{term.Slot.Accumulator}";
            if (sums[k].Accumulate is { } accumulate)
            {
                bool first = declared?.Add(name) ?? false;
                writer.Line($"{(first ? sums[k].Vector + " " : "")}{name} = {accumulate(operands[k], first ? $"{sums[k].Vector}.Zero" : name)};");
            }
            else if (declared?.Add(name) ?? false)
            {
                writer.Line($"{sums[k].Vector} {name} = {operands[k]};");
            }
            else
            {
                writer.Line($"{name} += {operands[k]};");
            }
        }
    }

    private IEnumerable<Term> Straight() =>
        plan.Slots.Select((slot, index) => new Term(slot, Place.Straight, index, Number(slot.Offset)));

    private IEnumerable<Term> Tail() =>
        plan.IsStraight ? [] : plan.Tail.Select((slot, index) => new Term(slot, Place.Tail, index, Number(slot.Offset)));

    private static string For(int from, int to, int step) => $"for (nuint i = {from}; i < {to}; i += {step})";

    private static string Plus(int offset) => offset == 0 ? "i" : $"i + {offset}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Tree(List<string> items, Func<string, string, string> combine)
    {
        while (items.Count > 1)
            items = Enumerable.Range(0, (items.Count + 1) / 2).Select(i => (2 * i) + 1 < items.Count ? combine(items[2 * i], items[(2 * i) + 1]) : items[2 * i]).ToList();
        return items[0];
    }
}
