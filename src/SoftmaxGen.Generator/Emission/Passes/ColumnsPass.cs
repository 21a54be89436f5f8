using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>A pass over each column of a matrix, a tile of columns at a time: they become rows in memory that stays in the first cache, and columns again.</summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="rows">The pass over rows.</param>
internal sealed class ColumnsPass(MemberContext context, RowsPass rows) : Pass(context, rows.ColumnsName, rows.Precision)
{
    private readonly ColumnTile tile = new(context.Length, context.Element == "float" ? 4 : 8);

    public override IEnumerable<int> Widths => rows.Widths;

    public override string Parameters =>
        $"ref {Element} x, int columns, {(rows.IsLabelled ? "ref int label, " : "")}ref {Element} destination";

    protected override bool Counts(RowCode row) => true;

    protected override void WriteBody(RowCode row, string self)
    {
        Writer.Line($"Span<{Element}> memory = stackalloc {Element}[{tile.Elements}];");
        Writer.Line($"ref {Element} tile = ref MemoryMarshal.GetReference(memory);");
        using (Writer.Block($"for (int first = 0; first < columns; first += {tile.Columns})"))
        {
            Writer.Line($"int count = Math.Min(columns - first, {tile.Columns});");
            Writer.Line($"Transpose(ref Unsafe.Add(ref x, first), columns, ref tile, {Length}, {Length}, count);");
            Writer.Line($"{rows.MethodAt(row.Plan.Width)}(ref tile, {(rows.IsLabelled ? "ref Unsafe.Add(ref label, first), " : "")}ref tile, count);");
            Writer.Line($"Transpose(ref tile, {Length}, ref Unsafe.Add(ref destination, first), columns, count, {Length});");
        }
    }
}
