using SoftmaxGen.Members;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// A kernel for one row over each column of a matrix, a tile of columns at a time: they become rows in memory that stays in the first cache. The kernel chooses the width of vectors itself,
/// so that there is one method for all.
/// </summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="kernel">The kernel.</param>
/// <param name="before">What it takes between the rows and the results, as parameters.</param>
/// <param name="call">The call for the row <c>row</c> of the tile, whose results are those of column <c>first + row</c>.</param>
internal sealed class KernelColumnsPass(MemberContext context, string kernel, string before, string call)
    : Pass(context, kernel + "Columns", context.Precision)
{
    private readonly ColumnTile tile = new(context.Length, context.Element == "float" ? 4 : 8);

    public override bool IsComposed => true;

    public override bool IsOfAnyWidth => true;

    public override string Parameters => $"ref {Element} x, {before}{Results}, int columns";

    /// <summary>The results, as parameters of the pass.</summary>
    private string Results => Context.Member.Result switch
    {
        ResultShape.Indices => "ref int destination",
        ResultShape.Numbers => $"ref {Element} destination, ref int indices, ref {Element} margins",
        _ => $"ref {Element} destination, ref int indices",
    };

    private bool IsTop => Context.Member.Result == ResultShape.Top;

    protected override bool Counts(RowCode row) => true;

    protected override void WriteBody(RowCode row, string self)
    {
        string count = Length.IsAny ? "tileColumns" : RowCode.Number(tile.Columns), elements = Length.IsAny ? $"{count} * {Length}" : RowCode.Number(tile.Elements);
        if (Length.IsAny)
            Writer.Line($"int {count} = ColumnsOfTile({Length}, {(Element == "float" ? 4 : 8)});");
        Declare("tile", Element, elements);
        bool hasVector = Context.Member.Inputs.Count() > 1;
        if (hasVector)
            Declare("vectorTile", Element, elements);
        if (IsTop)
        {
            Declare("resultTile", Element, elements);
            Declare("indexTile", "int", elements);
        }

        using (Writer.Block($"for (int first = 0; first < columns; first += {count})"))
        {
            Writer.Line($"int count = Math.Min(columns - first, {count});");
            Writer.Line($"Transpose(ref Unsafe.Add(ref x, first), columns, ref tile, {Length}, {Length}, count);");
            if (hasVector)
                Writer.Line($"Transpose(ref Unsafe.Add(ref g, first), columns, ref vectorTile, {Length}, {Length}, count);");
            Writer.Lines($"for (int row = 0; row < count; row++)\n    {call};");
            if (!IsTop)
                return;
            Writer.Line("Transpose(ref resultTile, k, ref Unsafe.Add(ref destination, first), columns, count, k);");

            // Indices are moved, and as few bits of them as a finite float has.
            Writer.Line("Transpose(ref Unsafe.As<int, float>(ref indexTile), k, ref Unsafe.As<int, float>(ref Unsafe.Add(ref indices, first)), columns, count, k);");
        }
    }

    private void Declare(string name, string element, string elements)
    {
        Writer.Line($"Span<{element}> {name}Memory = stackalloc {element}[{elements}];");
        Writer.Line($"ref {element} {name} = ref MemoryMarshal.GetReference({name}Memory);");
    }
}
