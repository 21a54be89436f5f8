using System.Globalization;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// Writes the passes over a row at one vector width: vector by vector for short rows, as loops with constant trip counts for long ones.
/// What is done with a vector stands once, in the member that asks for the pass.
/// </summary>
internal sealed class RowCode(SourceWriter writer, VectorPlan plan, ElementPrecision precision)
{
    public SourceWriter Writer => writer;

    public VectorPlan Plan => plan;

    public ElementPrecision Precision => precision;

    /// <summary>Whether the row is long enough for loops.</summary>
    public bool HasLoops => plan.Row.BlockBytes * 8 >= plan.Width && !plan.IsStraight;

    /// <summary><c>Vector256</c>.</summary>
    public string Factory => $"Vector{plan.Width}";

    /// <summary><c>Vector256&lt;float&gt;</c>.</summary>
    public string Vector => $"{Factory}<{precision.Compute}>";

    /// <summary>A vector of the elements of a row from an offset on.</summary>
    public string Load(string row, string offset)
    {
        if (plan.Row.IsPartial)
            return $"{(precision.Widens ? "Widen" : "Load")}Row{plan.Row.Length}(ref {row})";
        if (precision.Widens)
            return $"Widen{plan.Width}(ref {row}, {offset})";
        return offset == "0" ? $"{Factory}.LoadUnsafe(ref {row})" : $"{Factory}.LoadUnsafe(ref {row}, {offset})";
    }

    /// <summary>Stores a vector at an offset of a row.</summary>
    public void Store(string vector, string row, string offset)
    {
        if (plan.Row.IsPartial)
            writer.Line($"{(precision.Widens ? "Narrow" : "Store")}Row{plan.Row.Length}({vector}, ref {row});");
        else if (precision.Widens)
            writer.Line($"Narrow({vector}, ref {row}, {offset});");
        else
            writer.Line($"{(IsOperand(vector) ? vector : $"({vector})")}.StoreUnsafe(ref {row}{(offset == "0" ? "" : $", {offset}")});");
    }

    /// <summary>
    /// Loads what must be read before anything is stored, since the destination may be the row itself:
    /// the whole of a short row, the overlapping tail of a long one.
    /// </summary>
    public void LoadEarly(string row)
    {
        foreach (VectorVisit term in plan.IsStraight ? plan.Straight : plan.InOrderOfSums.Tail)
            writer.Line($"{Vector} {term.Name(row)} = {Load(row, term.Offset())};");
    }

    /// <summary>Declares a variable, <c>max</c> by default, of the largest element of the row in every lane.</summary>
    public void Max(string row, string max = "max")
    {
        if (plan.IsStraight)
        {
            writer.Line($"{Vector} {max} = MaxAcross({Tree(plan.Straight.Select(t => t.Name(row)).ToList(), (a, b) => $"Max({a}, {b})")});");
            return;
        }

        RowSchedule schedule = plan.AllVectors;
        if (plan.Row.IsAny)
        {
            MaxOfAny(row, schedule, max);
            return;
        }

        string[] running = [.. schedule.Loop.Select(term => term.Name(max))];
        foreach (VectorVisit term in schedule.Loop)
            writer.Line($"{Vector} {term.Name(max)} = {Load(row, Number(term.Slot.Offset))};");
        using (writer.Block(For("i", schedule.Step, schedule.End, schedule.Step)))
        {
            foreach (VectorVisit term in schedule.Loop)
                writer.Line($"{term.Name(max)} = Max({term.Name(max)}, {Load(row, term.Offset())});");
        }

        foreach (VectorVisit term in schedule.After)
            writer.Line($"{term.Name(max)} = Max({term.Name(max)}, {Load(row, term.Offset())});");
        string all = Tree([.. running, .. schedule.Tail.Select(term => term.Name(row))], (a, b) => $"Max({a}, {b})");
        writer.Line($"{Vector} {max} = MaxAcross({all});");
    }

    // The rows may have fewer vectors than there are running maxima: those start with the tail.
    private void MaxOfAny(string row, RowSchedule schedule, string max)
    {
        writer.Line($"{Vector} {max}0 = {Tree([.. schedule.Tail.Select(term => term.Name(row))], (a, b) => $"Max({a}, {b})")};");
        foreach (VectorVisit term in schedule.Loop.Skip(1))
            writer.Line($"{Vector} {term.Name(max)} = {max}0;");
        using (writer.Block($"for (UIntPtr i = 0; i < plain; i += {Number(schedule.Step)})"))
        {
            foreach (VectorVisit term in schedule.Loop)
                writer.Line($"{term.Name(max)} = Max({term.Name(max)}, {Load(row, term.Offset())});");
        }

        if (HasRestOfPlain(schedule))
            writer.Lines($"for (UIntPtr i = plain; i < whole; i += {Number(plan.Lanes)})\n    {max}0 = Max({max}0, {Load(row, "i")});");
        writer.Line($"{Vector} {max} = MaxAcross({Tree([.. schedule.Loop.Select(term => term.Name(max))], (a, b) => $"Max({a}, {b})")});");
    }

    // Of rows of any length: whether there may be vectors of full blocks that do not fill an iteration.
    private bool HasRestOfPlain(RowSchedule schedule) => schedule.Step > plan.Row.BlockLanes;

    /// <summary>Declares where the parts of a row of any length are.</summary>
    public void DeclareCut()
    {
        RowLength length = plan.Row.Text;
        int lanes = plan.Row.BlockLanes;
        if (!length.IsAny)
            return;
        DeclareTail();
        if (plan.IsStraight)
        {
            writer.Line($"int duplicates = {Number((plan.Row.FullBlocks + 1) * lanes)} - {length};");
            return;
        }

        // The tail of whole blocks is the last of them once more, and nothing of it counts.
        writer.Line($"int duplicates = {Number(lanes)} - ({length} & {Number(lanes - 1)});");
        writer.Line($"UIntPtr whole = {Whole(lanes)}, plain = {Whole(plan.EachBlock.Step)}, looped = {Whole(plan.InOrderOfSums.Step)};");
    }

    /// <summary>Declares where the last, overlapping block of a row of any length is.</summary>
    public void DeclareTail()
    {
        if (plan.Row.IsAny)
            writer.Line($"UIntPtr tail = (UIntPtr)({plan.Row.Text} - {Number(plan.Row.BlockLanes)});");
    }

    /// <summary>As many elements of a row of any length as are whole groups of a size, a power of two.</summary>
    public string Whole(int size) => $"(UIntPtr)({plan.Row.Text} & {Number(-size)})";

    /// <summary>Visits the vectors in the order of the sums. The body writes the code for one vector and returns what to add to each sum.</summary>
    /// <param name="prepare">Writes what several vectors need before the body is written for each of them.</param>
    public void Accumulate(IReadOnlyList<Sum> sums, Func<VectorVisit, IReadOnlyList<Summand>> body, Action<IReadOnlyList<VectorVisit>>? prepare = null) =>
        new Accumulation(this, sums, body, prepare).Write();

    /// <summary>Visits the vectors in any order, the overlapping tail last.</summary>
    /// <param name="isLong">Whether the body is so long that it stands once in a loop over rows of any length: what a compiler inlines into a method is limited.</param>
    public void ForEach(Action<VectorVisit> body, bool isLong = false)
    {
        if (plan.IsStraight)
        {
            foreach (VectorVisit term in plan.Straight)
                body(term);
            return;
        }

        RowSchedule schedule = plan.EachBlock;
        if (isLong && plan.Row.IsAny)
        {
            using (writer.Block($"for (UIntPtr i = 0; i < whole; i += {Number(plan.Lanes)})"))
                body(schedule.Loop[0]);
            Tail(schedule, body);
            return;
        }

        using (writer.Block(plan.Row.IsAny ? $"for (UIntPtr i = 0; i < plain; i += {Number(schedule.Step)})" : For("i", 0, schedule.End, schedule.Step)))
        {
            foreach (VectorVisit term in schedule.Loop)
                body(term);
        }

        if (plan.Row.IsAny && HasRestOfPlain(schedule))
        {
            using (writer.Block($"for (UIntPtr i = plain; i < whole; i += {Number(plan.Lanes)})"))
                body(schedule.Loop[0]);
        }

        foreach (VectorVisit term in schedule.After)
        {
            using (writer.Block())
                body(term);
        }

        Tail(schedule, body);
    }

    private void Tail(RowSchedule schedule, Action<VectorVisit> body)
    {
        foreach (VectorVisit term in schedule.Tail)
        {
            using (UnlessRepeated(term))
                body(term);
        }
    }

    /// <summary>Opens a block for what is done with a vector of the last block of a row of any length unless it holds nothing but what earlier ones do.</summary>
    public SourceWriter.Scope UnlessRepeated(VectorVisit term) => MayRepeat(term) ? writer.Block($"if ({DoesNotRepeat(term)})") : default;

    /// <summary>The vector of a row that a term stands for: a local where it was loaded early, a load otherwise.</summary>
    public string Value(VectorVisit term, string row) => term.Part is CodePart.Straight or CodePart.Tail ? term.Name(row) : Load(row, term.Offset());

    /// <summary>The name of a local that holds an expression, or the expression where no local is needed.</summary>
    public string Local(VectorVisit term, string stem, string expression, string type, bool needed)
    {
        if (!needed || term.Survives)
            return expression;
        writer.Line($"{type} {term.Name(stem)} = {expression};");
        return term.Name(stem);
    }

    /// <summary>An operand of a sum without the lanes that do not count: those of the vector before, or beyond a short row.</summary>
    public string Counted(VectorVisit term, string vector)
    {
        if (plan.Row.IsPartial)
            return $"OnlyFirst({vector}, {plan.Row.Length})";
        if (term.Slot.Origin == SlotOrigin.Tail)
            return $"WithoutFirst({vector}, {(term.Slot.Relative == 0 ? "duplicates" : $"duplicates - {Number(term.Slot.Relative)}")})";
        return term.Slot.Duplicates == 0 ? vector : $"WithoutFirst({vector}, {term.Slot.Duplicates})";
    }

    /// <summary>Declares the terms <c>e</c> of vectors; of those that hold nothing but what earlier ones do they are 0 and not computed.</summary>
    /// <param name="type">The type of a term.</param>
    /// <param name="one">The term of one vector.</param>
    /// <param name="declare">Declares those of several.</param>
    public void DeclareTerms(IReadOnlyList<VectorVisit> terms, string type, Func<VectorVisit, string> one, Action<IReadOnlyList<VectorVisit>> declare)
    {
        declare([.. terms.Where(static term => !MayRepeat(term))]);
        foreach (VectorVisit term in terms.Where(MayRepeat))
            writer.Line($"{type} {term.Name("e")} = {DoesNotRepeat(term)} ? {one(term)} : {type}.Zero;");
    }

    private static bool MayRepeat(VectorVisit term) => term is { Part: CodePart.Tail, Slot.Origin: SlotOrigin.Tail };

    private string DoesNotRepeat(VectorVisit term) => $"duplicates < {Number(term.Slot.Relative + plan.Lanes)}";

    public static string For(string counter, int from, int to, int step) =>
        $"for (UIntPtr {counter} = {from}; {counter} < {to}; {counter} += {step})";

    public static string Plus(int offset) => offset == 0 ? "i" : $"i + {offset}";

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // A name or a call; anything else needs parentheses before a dot.
    private static bool IsOperand(string expression) => !expression.Contains(' ') || (expression.StartsWith("MultiplyAdd(", StringComparison.Ordinal) && expression.EndsWith(")", StringComparison.Ordinal));

    /// <summary>Items combined in pairs, then the pairs in pairs, and so on.</summary>
    public static string Tree(List<string> items, Func<string, string, string> combine)
    {
        while (items.Count > 1)
            items = Enumerable.Range(0, (items.Count + 1) / 2).Select(i => (2 * i) + 1 < items.Count ? combine(items[2 * i], items[(2 * i) + 1]) : items[2 * i]).ToList();
        return items[0];
    }
}
