using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// Where the terms of a long row are kept until their sum is known: in the destination if they are of its type, otherwise in memory on
/// the stack, and computed again where that would be too much of it.
/// </summary>
internal sealed class TermStore(RowCode row, Exponential exponential)
{
    // The sizes of memory that the kernels declare, in bytes: no more than twice what is needed is cleared at each call.
    private static readonly int[] Sizes = [1024, 2048, 4096, 8192, 16384, 32768];

    private readonly Arithmetic arithmetic = row.Arithmetic;
    private readonly string type = exponential.TypeAt(row);

    private bool FitsDestination => !arithmetic.Widens && !arithmetic.IsPaired;

    private bool IsOnStack => !FitsDestination && !row.Plan.IsStraight && Size > 0;

    private int Size => Sizes.FirstOrDefault(size => row.Plan.Row.Length <= size / (arithmetic.IsPaired ? 16 : 8));

    /// <summary>Declares the memory.</summary>
    public void Declare()
    {
        if (!IsOnStack)
            return;
        row.Writer.Line($"Unsafe.SkipInit(out Terms{Size} memory);");
        row.Writer.Line("ref double terms = ref memory.First;");
    }

    /// <summary>Declares the terms of vectors.</summary>
    public void Compute(IReadOnlyList<Term> terms) => exponential.Declare(row, terms, term => row.Value(term, "x"));

    /// <summary>Keeps the term of one vector, which has been declared.</summary>
    public string Keep(Term term)
    {
        string e = term.Name("e");
        if (term.Survives)
            return e;
        if (FitsDestination)
        {
            row.Store(e, "destination", term.Offset);
        }
        else if (IsOnStack && arithmetic.IsPaired)
        {
            row.Writer.Line($"{e}.High.StoreUnsafe(ref terms, {term.Offset});");
            row.Writer.Line($"{e}.Low.StoreUnsafe(ref terms, {Low(term)});");
        }
        else if (IsOnStack)
        {
            row.Writer.Line($"{e}.StoreUnsafe(ref terms, {term.Offset});");
        }

        return e;
    }

    /// <summary>The kept term of one vector, as an expression.</summary>
    public string Fetch(Term term)
    {
        if (term.Survives)
            return term.Name("e");
        if (FitsDestination)
            return row.Load("destination", term.Offset);
        if (!IsOnStack)
            return exponential.Of(row.Load("x", term.Offset));
        string first = $"{row.Factory}.LoadUnsafe(ref terms, {term.Offset})";
        return arithmetic.IsPaired ? $"new {type}({first}, {row.Factory}.LoadUnsafe(ref terms, {Low(term)}))" : first;
    }

    // The low parts stand behind the high ones.
    private string Low(Term term) => term.Place == Place.Loop ? $"{term.Offset} + {row.Plan.Row.Length}" : RowCode.Number(term.Slot.Offset + row.Plan.Row.Length);
}
