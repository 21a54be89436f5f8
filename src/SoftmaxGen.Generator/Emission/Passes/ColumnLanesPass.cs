using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// The softmax of each column of a matrix, a column in each lane: no sum goes across lanes. Few rows are read and written where they are. Of more, and of those that are a power of
/// two apart and so share few places of a cache, a tile of columns is copied to memory that stays in the first cache.
/// </summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="rows">The pass over rows, whose bits these are.</param>
internal sealed class ColumnLanesPass(MemberContext context, RowsPass rows) : Pass(context, rows.Name.Replace("Rows", "Columns"), rows.Precision)
{
    private static readonly int[] AllWidths = [512, 256, 128];

    // The terms of so short a column are written out, and are locals; and so many more floats with the registers of AVX-512.
    private const int MostWrittenOut = 16;
    private const int MostInRegisters = 24;

    // So few rows are in the first cache together however far apart they are.
    private const int FewRows = 8;

    // One row more: the maximum of each column.
    private readonly ColumnTile tile = new(context.Length + 1, rows.Precision.ComputeSize, FewestLines: 8);

    /// <summary>A tile has columns enough for any vector.</summary>
    public override IEnumerable<int> Widths => AllWidths;

    public override string Parameters => $"ref {Element} x, ref {Element} destination, int columns";

    private int Size => Precision.ComputeSize;

    /// <summary>Whether it can add in the order of a row: not where the sum is one of doubles, or its rounding errors are kept.</summary>
    public static bool Pays(MemberContext context, RowsPass rows)
    {
        if (!rows.IsBatched || context.Length.IsAny || rows.Precision.Widens || rows.Precision.IsPaired)
            return false;
        Sum sum = new Exponential(rows.Precision).Denominator(new RowCode(context.Writer, rows.Plan.At(128), rows.Precision), "sum");
        return sum is SplitSum or CompensatedSum { Rest: null, ClosesChunks: false };
    }

    protected override bool Counts(RowCode row) => true;

    protected override void WriteBody(RowCode row, string self)
    {
        int width = row.Plan.Width;
        if (IsDirect(row))
        {
            WriteDirect(row, self);
            return;
        }

        Writer.Line($"Span<{Element}> memory = stackalloc {Element}[{tile.Elements + tile.Line}];");
        Writer.Line($"ref {Element} tile = ref AtLine(ref MemoryMarshal.GetReference(memory));");
        using (Writer.Block($"for (int first = 0; first < columns; first += {tile.Columns})"))
        {
            Writer.Line("// A tile of columns, and below it the maximum of each.");
            Writer.Line($"int count = Math.Min(columns - first, {tile.Columns});");
            Writer.Line($"LoadColumns{width}(ref Unsafe.Add(ref x, first), columns, ref tile, {tile.Columns}, {Length}, count);");
            Writer.Line();
            using (Writer.Block($"for (int k = 0; k < count; k += {row.Plan.Lanes})"))
            {
                Writer.Line($"ref {Element} column = ref Unsafe.Add(ref tile, k);");
                Writer.Line($"{row.Vector} max = {Load(row, Length)};");
                WriteVector(row, self);
            }

            Writer.Line();
            Writer.Line($"StoreColumns{width}(ref tile, {tile.Columns}, {Length}, ref Unsafe.Add(ref destination, first), columns, count);");
        }
    }

    // First all whole vectors of columns where they are, then tiles of the others.
    private void WriteDirect(RowCode row, string self)
    {
        (int width, int lanes) = (row.Plan.Width, row.Plan.Lanes);
        Writer.Line($"Span<{Element}> memory = stackalloc {Element}[{tile.Elements + tile.Line}];");
        Writer.Line($"ref {Element} tile = ref AtLine(ref MemoryMarshal.GetReference(memory));");
        Writer.Line($"int direct = {(Length <= FewRows ? $"columns & {RowCode.Number(-lanes)}" : $"DirectColumns(columns, {Length}, {Size}) & {RowCode.Number(-lanes)}")}, count;");
        using (Writer.Block("for (int first = 0; first < columns; first += count)"))
        {
            Writer.Line("bool isDirect = first < direct;");
            Writer.Line($"int stride = isDirect ? columns : {tile.Columns};");
            Writer.Line($"count = isDirect ? direct : Math.Min(columns - first, {tile.Columns});");
            Writer.Line($"ref {Element} source = ref isDirect ? ref x : ref tile;");
            Writer.Line($"ref {Element} target = ref isDirect ? ref destination : ref tile;");
            Writer.Lines($"if (!isDirect)\n    LoadColumns{width}(ref Unsafe.Add(ref x, first), columns, ref tile, {tile.Columns}, {Length}, count);");
            Writer.Line();
            using (Writer.Block($"for (int k = 0; k < count; k += {lanes})"))
            {
                Writer.Line($"ref {Element} column = ref Unsafe.Add(ref source, k);");
                Writer.Line($"ref {Element} result = ref Unsafe.Add(ref target, k);");
                for (int k = 0; k < Length; k++)
                    Writer.Line($"{row.Vector} x{k} = {Load(row, k)};");
                Writer.Line($"{row.Vector} max = {RowCode.Tree([.. Enumerable.Range(0, Length).Select(k => $"x{k}")], (a, b) => $"Max({a}, {b})")};");
                WriteVector(row, self);
            }

            Writer.Line();
            Writer.Lines($"if (!isDirect)\n    StoreColumns{width}(ref tile, {tile.Columns}, {Length}, ref Unsafe.Add(ref destination, first), columns, count);");
        }
    }

    private bool IsWrittenOut(RowCode row) => Length <= (row.Plan.Width == 512 && Size == 4 ? MostInRegisters : MostWrittenOut);

    // The registers of AVX2 do not hold more, and a vector of it is half a line of a cache.
    private bool IsDirect(RowCode row) => row.Plan.Width == 512 ? IsWrittenOut(row) : Length <= FewRows;

    protected override void WriteParts(RowCode row)
    {
        Writer.Line();
        Writer.Line("/// <summary>Columns one of which has no moderate maximum, each as a row.</summary>");
        Writer.Line("[MethodImpl(MethodImplOptions.NoInlining)]");
        using (Writer.Block($"private static void {MethodAt(row.Plan.Width)}AsRows(ref {Element} x, int columns, ref {Element} column, int stride, int count)"))
        using (Writer.Block("unchecked"))
        {
            Writer.Line($"Span<{Element}> memory = stackalloc {Element}[{Length}];");
            Writer.Line($"ref {Element} row = ref MemoryMarshal.GetReference(memory);");
            using (Writer.Block("for (int k = 0; k < count; k++)"))
            {
                Writer.Line($"Transpose(ref Unsafe.Add(ref x, k), columns, ref row, {Length}, {Length}, 1);");
                Writer.Line($"{rows.SingleAt(row)}(ref row, ref row);");
                Writer.Line($"Transpose(ref row, {Length}, ref Unsafe.Add(ref column, k), stride, 1, {Length});");
            }
        }
    }

    private void WriteVector(RowCode row, string self)
    {
        using (Writer.Block("if (AreModerate(max))"))
        {
            Writer.Line("// The terms e^(x - max), up to a power of two for each column, and over their sum in the order of a row.");
            Exponential exponential = new(Precision);
            exponential.Prepare(Writer, row);
            WriteTerms(row, exponential);
            Quotients quotients = new(row);
            quotients.Declare(row.Vector, Total(row, exponential));
            WriteQuotients(row, quotients);
        }

        using (Writer.Block("else"))
            Writer.Line($"{self}AsRows(ref Unsafe.Add(ref x, first + k), columns, ref {(IsDirect(row) ? "result, stride" : $"column, {tile.Columns}")}, Math.Min(count - k, {row.Plan.Lanes}));");
    }

    private void WriteTerms(RowCode row, Exponential exponential)
    {
        const int AtOnce = RowPlan.MostInStep;
        int looped = IsWrittenOut(row) ? 0 : Length / AtOnce * AtOnce;
        if (looped > 0)
        {
            using (Writer.Block(RowCode.For("i", 0, Offset(looped), Offset(AtOnce))))
            {
                string[] x = [.. Enumerable.Range(0, AtOnce).Select(k => $"x{k}")];
                for (int k = 0; k < AtOnce; k++)
                    Writer.Line($"{row.Vector} {x[k]} = {row.Factory}.LoadUnsafe(ref column, {RowCode.Plus(Offset(k))});");
                exponential.Assign(row, [.. x.Select(term => (term, term))]);
                for (int k = 0; k < AtOnce; k++)
                    Writer.Line($"{x[k]}.StoreUnsafe(ref column, {RowCode.Plus(Offset(k))});");
            }
        }

        for (int first = looped; first < Length; first += AtOnce)
        {
            int[] terms = [.. Enumerable.Range(first, Math.Min(AtOnce, Length - first))];
            if (!IsDirect(row))
            {
                foreach (int k in terms)
                    Writer.Line($"{row.Vector} x{k} = {Load(row, k)};");
            }

            exponential.Assign(row, [.. terms.Select(k => ($"x{k}", $"x{k}"))]);
            if (IsWrittenOut(row))
                continue;
            foreach (int k in terms)
                Store(row, $"x{k}", k);
        }
    }

    private void WriteQuotients(RowCode row, Quotients quotients)
    {
        if (IsWrittenOut(row))
        {
            for (int k = 0; k < Length; k++)
                Store(row, quotients.Of($"x{k}"), k);
            return;
        }

        using (Writer.Block(RowCode.For("i", 0, Offset(Length), tile.Columns)))
            Writer.Line($"({quotients.Of($"{row.Factory}.LoadUnsafe(ref column, {RowCode.Plus(0)})")}).StoreUnsafe(ref column, {RowCode.Plus(0)});");
    }

    private string Total(RowCode row, Exponential exponential)
    {
        if (!IsWrittenOut(row))
        {
            ColumnSum sum = new(Plan, k => Load(row, k));
            for (int lane = 0; lane < 4; lane++)
                Writer.Line($"{row.Vector} sum{lane} = {sum.Part(lane, 4)};");
            return "(sum0 + sum2) + (sum1 + sum3)";
        }

        if (!exponential.IsSplit(Plan))
            return new ColumnSum(Plan, k => $"x{k}").Expression;
        for (int k = 0; k < Length; k++)
            Writer.Line($"{row.Vector} high{k} = High(x{k});");
        return $"({new ColumnSum(Plan, k => $"high{k}").Expression}) + ({new ColumnSum(Plan, k => $"(x{k} - high{k})").Expression})";
    }

    private int Offset(int k) => k * tile.Columns;

    private string Load(RowCode row, int k) => $"{row.Factory}.LoadUnsafe({At(row, "column", k)})";

    private void Store(RowCode row, string vector, int k) => Writer.Line($"({vector}).StoreUnsafe({At(row, IsDirect(row) ? "result" : "column", k)});");

    // The arguments for the element of a column.
    private string At(RowCode row, string column, int k) =>
        k == 0 ? $"ref {column}"
        : IsDirect(row) ? $"ref Unsafe.Add(ref {column}, {(k == 1 ? "" : $"{RowCode.Number(k)} * ")}stride)"
        : $"ref {column}, {RowCode.Number(Offset(k))}";
}
