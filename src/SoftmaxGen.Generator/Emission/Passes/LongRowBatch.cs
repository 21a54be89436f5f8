using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// Long rows one after the other. The maximum of the next one is taken while the terms of this one are computed, so that what comes
/// from memory is on its way while there is precision to do.
/// </summary>
internal sealed class LongRowBatch(RowCode row, string single) : RowBatch(row, single)
{
    // 8 MB of rows and as much of results. Beyond the caches memory is the limit, and serves two rows and a result at once less well than one.
    private const int MostElements = 1 << 21;

    private readonly Exponential exponential = new(row.Precision);

    protected override int Rows => 1;

    private string MaxOfRow(string reference) => $"MaxOfRow{Suffix}(ref {reference}{Length.Argument})";

    /// <summary>Whether rows are loops over whole vectors. Doubles take so long to compute that memory keeps up, and AVX2 has no registers for it.</summary>
    public static bool Pays(RowCode row) => row.Plan is { Width: 512, IsStraight: false, Row.BlockBytes: 64 } && row.Precision.Compute == "float";

    public override void WriteLoop()
    {
        Row.DeclareCut();
        Writer.Line("// More rows than the caches hold wait for memory, which serves them best one by one.");
        Writer.Line($"bool isCached = rows > 0 && rows <= {(Length.IsAny ? $"{RowCode.Number(MostElements)} / {Length}" : RowCode.Number(MostElements / Length))};");
        Writer.Line($"{Row.Vector} max = isCached ? {MaxOfRow("x")} : default;");
        using (Writer.Block("for (; isCached && rows > 0; rows--)"))
        {
            Writer.Line("// The last row has none after it, and stands for that.");
            Writer.Line($"ref {Row.Precision.Element} next = ref Unsafe.Add(ref x, rows > 1 ? {Length} : 0);");
            using (Writer.Block($"if ({exponential.Guard})"))
                WriteRow();
            using (Writer.Block("else"))
            {
                Writer.Line($"{Single}(ref x, ref destination{Length.Argument});");
                Writer.Line($"max = {MaxOfRow("next")};");
            }

            Writer.Line();
            Advance();
        }
    }

    public override void WriteParts()
    {
        Writer.Line();
        Writer.Line("/// <summary>The maximum of a row, in every lane.</summary>");
        Writer.Line(Pass.Attribute);
        using (Writer.Block($"private static {Row.Vector} MaxOfRow{Suffix}(ref {Row.Precision.Element} x{Length.Parameter})"))
        {
            using (Writer.Block("unchecked"))
            {
                Row.DeclareCut();
                Row.LoadEarly("x");
                Row.Max("x");
                Writer.Line("return max;");
            }
        }
    }

    private void WriteRow()
    {
        string type = exponential.TypeAt(Row);
        TermStore store = new(Row, exponential);
        Quotients quotients = new(Row);
        Sum sum = exponential.Denominator(Row, "sum");

        Row.LoadEarly("x");
        exponential.Prepare(Writer, Row);
        store.Declare();
        Writer.Line($"{Row.Vector} nextMax = {Row.Load("next", "0")};");
        Row.Accumulate(
            [sum],
            term =>
            {
                string e = store.Keep(term);
                Writer.Line($"nextMax = Max(nextMax, {Row.Load("next", term.Offset())});");
                return [new Summand(Row.Counted(term, e))];
            },
            store.Compute);

        Writer.Line();
        quotients.Declare(type, sum);
        Row.ForEach(term => Row.Store(quotients.Of(Row.Local(term, "e", store.Fetch(term), type, quotients.NeedsLocal)), "destination", term.Offset()));
        Writer.Line("max = MaxAcross(nextMax);");
    }
}
