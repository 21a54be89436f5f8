using SoftmaxGen.Members;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>A pass over each column of a matrix, a tile of columns at a time: they become rows in memory that stays in the first cache, and columns again.</summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="rows">The pass over rows, whose parameters it has: of all that is a row there is a tile.</param>
internal sealed class ColumnsPass(MemberContext context, Pass rows) : Pass(context, rows.Name.Replace("Rows", "Columns"), rows.Precision)
{
    private readonly ColumnTile tile = new(context.Length, context.Element == "float" ? 4 : 8);

    public override IEnumerable<int> Widths => rows.Widths;

    public override string Parameters => rows.Parameters.Replace("int rows", "int columns");

    public override string Returns => rows.Returns;

    public override bool IsComposed => true;

    // A pass that reads its input again after the first result was stored has a tile for its results.
    private string Result => Context.Member.Inputs.First().IsApart ? "resultTile" : "tile";

    private bool HasVector => ParameterNames(rows.Parameters).Contains("g");

    private bool ReturnsNumbers => Context.Member.Result == ResultShape.Numbers;

    private string Columns => Length.IsAny ? "tileColumns" : RowCode.Number(tile.Columns);

    protected override bool Counts(RowCode row) => true;

    protected override void WriteBody(RowCode row, string self)
    {
        string elements = Length.IsAny ? $"{Columns} * {Length}" : RowCode.Number(tile.Elements);
        if (Length.IsAny)
            Writer.Line($"int {Columns} = ColumnsOfTile({Length}, {(Element == "float" ? 4 : 8)});");
        DeclareTile("tile", "memory", elements);
        if (HasVector)
            DeclareTile("vectorTile", "vectorMemory", elements);
        if (Result != "tile")
            DeclareTile(Result, "resultMemory", elements);
        using (Writer.Block($"for (int first = 0; first < columns; first += {Columns})"))
        {
            Writer.Line($"int count = Math.Min(columns - first, {Columns});");
            Load("x", "tile");
            if (HasVector)
                Load("g", "vectorTile");
            Writer.Line($"{(Returns == "void" ? "" : "loss = ")}{rows.MethodAt(row.Plan.Width)}({string.Join(", ", ParameterNames(rows.Parameters).Select(Argument))}{Length.Argument});");
            if (!ReturnsNumbers)
                Writer.Line($"Transpose(ref {Result}, {Length}, ref Unsafe.Add(ref destination, first), columns, count, {Length});");
        }

        if (Returns != "void")
            Writer.Line("return loss;");
    }

    private void DeclareTile(string name, string memory, string elements)
    {
        Writer.Line($"Span<{Element}> {memory} = stackalloc {Element}[{elements}];");
        Writer.Line($"ref {Element} {name} = ref MemoryMarshal.GetReference({memory});");
    }

    private void Load(string matrix, string name) =>
        Writer.Line($"Transpose(ref Unsafe.Add(ref {matrix}, first), columns, ref {name}, {Length}, {Length}, count);");

    private string Argument(string parameter) => parameter switch
    {
        "x" => "ref tile",
        "g" => "ref vectorTile",
        "label" => "ref Unsafe.Add(ref label, first)",
        "destination" => ReturnsNumbers ? "ref Unsafe.Add(ref destination, first)" : "ref " + Result,
        "rows" => "count",
        _ => parameter,
    };
}
