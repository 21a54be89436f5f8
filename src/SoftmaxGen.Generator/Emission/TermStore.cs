using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// Where the terms of a long row are kept until their sum is known: in the destination if they are of its type, otherwise on the stack;
/// what of a longer row does not fit there is computed again.
/// </summary>
internal sealed class TermStore(RowCode row, Exponential exponential)
{
    // Any thread has room for as much, and the runtime clears it at each call.
    private const int MostBytes = 65536;

    private readonly ElementPrecision precision = row.Precision;
    private readonly string type = exponential.TypeAt(row);

    private bool FitsDestination => !precision.Widens && !precision.IsPaired;

    private bool IsOnStack => !FitsDestination && !row.Plan.IsStraight;

    private int Length => row.Plan.Row.Length;

    // The first element whose term is kept, at the start of a block. The last blocks, which are not in a loop, are always kept.
    private int First => (Math.Max(Length - (MostBytes / TermBytes), 0) + row.Plan.Row.BlockLanes - 1) / row.Plan.Row.BlockLanes * row.Plan.Row.BlockLanes;

    private int TermBytes => precision.IsPaired ? 16 : 8;

    private int Kept => Length - First;

    private bool IsAny => row.Plan.Row.IsAny;

    /// <summary>Declares the memory.</summary>
    public void Declare()
    {
        if (!IsOnStack)
            return;
        if (IsAny)
        {
            RowLength length = row.Plan.Row.Text;
            row.Writer.Line(First == 0 ? $"UIntPtr kept = (UIntPtr){length};"
                : $"UIntPtr first = (UIntPtr)(({length} - {RowCode.Number((MostBytes / TermBytes) - row.Plan.Row.BlockLanes + 1)}) & {RowCode.Number(-row.Plan.Row.BlockLanes)}), kept = (UIntPtr){length} - first;");
        }

        if (IsAny)
            StackMemory.Declare(row.Writer, "double", "memory", "(int)kept", MostBytes / TermBytes, TermBytes / 8);
        else
            row.Writer.Line($"Span<double> memory = stackalloc double[{RowCode.Number(Kept * TermBytes / 8)}];");
        row.Writer.Line("ref double terms = ref MemoryMarshal.GetReference(memory);");
    }

    /// <summary>Declares the terms of vectors.</summary>
    public void Compute(IReadOnlyList<VectorVisit> terms) => row.DeclareTerms(terms, type, term => exponential.Of(row.Value(term, "x")), some => exponential.Declare(row, some, term => row.Value(term, "x")));

    /// <summary>Keeps the term of one vector, which has been declared.</summary>
    public string Keep(VectorVisit term)
    {
        string e = term.Name("e");
        if (term.Survives)
            return e;
        if (FitsDestination)
        {
            row.Store(e, "destination", term.Offset());
            return e;
        }

        using (IsSometimesKept(term) ? row.Writer.Block($"if ({IsKept(term)})") : default)
        {
            if (precision.IsPaired)
            {
                row.Writer.Line($"{e}.High.StoreUnsafe(ref terms, {Index(term)});");
                row.Writer.Line($"{e}.Low.StoreUnsafe(ref terms, {Index(term, isLow: true)});");
            }
            else
            {
                row.Writer.Line($"{e}.StoreUnsafe(ref terms, {Index(term)});");
            }
        }

        return e;
    }

    /// <summary>The kept term of one vector, as an expression.</summary>
    public string Fetch(VectorVisit term)
    {
        if (term.Survives)
            return term.Name("e");
        if (FitsDestination)
            return row.Load("destination", term.Offset());
        string first = $"{row.Factory}.LoadUnsafe(ref terms, {Index(term)})";
        string kept = precision.IsPaired ? $"new {type}({first}, {row.Factory}.LoadUnsafe(ref terms, {Index(term, isLow: true)}))" : first;
        return IsSometimesKept(term) ? $"({IsKept(term)} ? {kept} : {exponential.Of(row.Load("x", term.Offset()))})" : kept;
    }

    private bool IsSometimesKept(VectorVisit term) => First > 0 && term.Part == CodePart.Loop;

    private string IsKept(VectorVisit term) => $"{term.Offset()} >= {(IsAny ? "first" : RowCode.Number(First))}";

    // The low parts stand behind the high ones.
    private string Index(VectorVisit term, bool isLow = false)
    {
        if (IsAny)
            return $"{term.Offset()}{(First > 0 ? " - first" : "")}{(isLow ? " + kept" : "")}";
        int behind = isLow ? Kept : 0;
        if (term.Part != CodePart.Loop)
            return RowCode.Number(term.Slot.Offset - First + behind);
        int distance = behind - First;
        return distance == 0 ? term.Offset() : $"{term.Offset()} {(distance < 0 ? "-" : "+")} {RowCode.Number(Math.Abs(distance))}";
    }
}
