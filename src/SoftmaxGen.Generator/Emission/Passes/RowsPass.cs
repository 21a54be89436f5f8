using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>A pass over each of any number of contiguous rows: in batches where that pays, the rest one by one.</summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="single">The pass over one row.</param>
/// <param name="precision">The precision of that pass.</param>
/// <param name="labelled">Whether each row has a label.</param>
/// <param name="batched">Whether there are batches of such rows.</param>
internal sealed class RowsPass(MemberContext context, Pass single, ElementPrecision precision, bool labelled, bool batched) : Pass(context, single.Name + "Rows", precision)
{
    private static readonly int[] AllWidths = [512, 256, 128];

    /// <summary>Whether there are batches of such rows: it is a softmax.</summary>
    public bool IsBatched => batched;

    /// <summary>The pass over one row.</summary>
    public Pass Single => single;

    /// <summary>Whether each row has a label.</summary>
    public bool IsLabelled => labelled;

    public override string Parameters =>
        $"ref {Element} x, {(labelled ? "ref int label, " : "")}ref {Element} destination, int rows";

    /// <summary>A batch needs as many rows as a vector has lanes, whatever the length of a row.</summary>
    public override IEnumerable<int> Widths => Narrows ? AllWidths : single.Widths;

    // Then what does not fill a batch may fill narrower ones.
    private bool Narrows => RowBatch.IsMade(Context, batched) && RowBatch.UsesAnyWidth(Plan);

    protected override bool Counts(RowCode row) => true;

    /// <summary>The batches depend on N.</summary>
    public override bool IsComposed => !Length.IsArgument || !RowBatch.IsMade(Context, batched);

    protected override bool DeclaresCut => false;

    protected override void WriteBody(RowCode row, string self)
    {
        RowBatch? batch = BatchAt(row);
        batch?.WriteLoop();
        int narrower = Widths.FirstOrDefault(width => width < row.Plan.Width);
        if (Narrows && narrower > 0)
        {
            Writer.Lines($"if (rows > 0)\n    {self.Replace($"Vector{row.Plan.Width}", $"Vector{narrower}")}(ref x, ref destination, rows{Length.Argument});");
            return;
        }

        using (Writer.Block("for (; rows > 0; rows--)"))
        {
            Writer.Line($"{SingleAt(row)}(ref x, {(labelled ? "label, " : "")}ref destination{Length.Argument});");
            RowBatch.Advance(Writer, batch is null ? Length.AsArgument : Length);
            if (labelled)
                Writer.Line("label = ref Unsafe.Add(ref label, 1);");
        }
    }

    protected override void WriteParts(RowCode row) => BatchAt(row)?.WriteParts();

    private RowBatch? BatchAt(RowCode row) => RowBatch.IsMade(Context, batched) ? RowBatch.Of(row, SingleAt(row)) : null;

    /// <summary>The method for one row that goes with a width.</summary>
    public string SingleAt(RowCode row) => single.AtMost(row.Plan.Width);
}
