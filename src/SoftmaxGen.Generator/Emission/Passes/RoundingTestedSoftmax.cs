using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// The softmax of single-precision data in double precision. The operations may depend on the processor: a rounding test sees to it that the
/// results do not, and the row goes to the plain precision where they could.
/// </summary>
internal sealed class RoundingTestedSoftmax(RowCode row, bool tempered)
{
    // 64 KB of the stack at most; the terms of a longer row that do not fit are computed twice, and cost half as much again.
    private const int MostKept = 8192;

    // To start at a line of the cache.
    private const int Alignment = 8;

    private readonly RowLength length = row.Plan.Row.Text;

    private SourceWriter Writer => row.Writer;

    private string Inverse => tempered ? "1.0 / temperature" : "1.0";

    public void Write()
    {
        if (row.Plan.IsStraight)
            WriteStraight();
        else
            WriteLong();
    }

    private void WriteLong()
    {
        Writer.Line("// Memory for the terms, which are wider than the elements, and for aligning them.");
        int most = Math.Min(length, MostKept);
        if (length.IsAny)
        {
            Writer.Line($"int kept = Math.Min({length}, {MostKept});");
            StackMemory.Declare(Writer, "double", "terms", "kept", MostKept, more: Alignment);
        }
        else
        {
            Writer.Line($"Span<double> terms = stackalloc double[{RowCode.Number(most + Alignment)}];");
        }

        Writer.Line($"SoftmaxPrecise{row.Plan.Width}(ref x, {Inverse}, ref destination, {length}, ref MemoryMarshal.GetReference(terms), {(length.IsAny ? "kept" : RowCode.Number(most))});");
    }

    private void WriteStraight()
    {
        Exponential exponential = new(row.Precision, tempered, Tested: true);
        if (tempered)
            TemperatureConstants.Declare(Writer, row);
        Writer.Line("// 1. The maximum, in every lane.");
        row.LoadEarly("x");
        row.Max("x");
        using (Writer.Block($"if (!{exponential.Guard})"))
        {
            Writer.Line($"SubtractMax(ref x, ref destination, {length});");
            Writer.Line("return;");
        }

        Writer.Line();
        Writer.Line("// 2. The terms e^(x - max), and their sum.");
        Sum sum = exponential.Sum(row, "sum");
        row.Accumulate([sum], term => [new Summand(row.Counted(term, term.Name("e")))], terms => exponential.Declare(row, terms, term => row.Value(term, "x")));

        Writer.Line();
        Writer.Line("// 3. The terms over their sum, unless rounding them could go either way.");
        Quotients quotients = new(row);
        quotients.Declare(row.Vector, sum.Total);
        List<VectorVisit> all = [.. row.Plan.Straight];
        foreach (VectorVisit term in all)
            Writer.Line($"{row.Vector} {term.Name("q")} = {quotients.Of(term.Name("e"))};");
        using (Writer.Block($"if (!AreDecided({RowCode.Tree([.. Distances(all)], (a, b) => $"Min({a}, {b})")}))"))
        {
            Writer.Line($"SoftmaxPlain(ref x, {Inverse}, ref destination, {length});");
            Writer.Line("return;");
        }

        foreach (VectorVisit term in all)
            row.Store(term.Name("q"), "destination", term.Offset());
    }

    // Two vectors at a time; the one that is left over, if there is one, is its own companion.
    private static IEnumerable<string> Distances(List<VectorVisit> terms)
    {
        for (int first = 0; first < terms.Count; first += 2)
            yield return $"Distance(Lifted({terms[first].Name("q")}), Lifted({terms[Math.Min(first + 1, terms.Count - 1)].Name("q")}))";
    }
}
