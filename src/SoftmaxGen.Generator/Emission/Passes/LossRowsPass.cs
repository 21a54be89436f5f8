using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>The losses of contiguous rows, added to those before, and the gradient of each times a weight. The gradient of a row that does not count is 0.</summary>
internal sealed class LossRowsPass(MemberContext context, GradientPass single) : Pass(context, single.Name + "Rows", single.Precision)
{
    private static readonly int[] AllWidths = [512, 256, 128];

    public override string Returns => "double";

    public override string Parameters => $"ref {Element} x, ref int label, int ignoreIndex, {Element} weight, double loss, ref {Element} destination, int rows";

    /// <summary>A tile needs as many rows as a vector has lanes, whatever the length of a row.</summary>
    public override IEnumerable<int> Widths => HasTiles ? AllWidths : single.Widths;

    protected override bool Counts(RowCode row) => true;

    public override bool IsComposed => true;

    // Of doubles there are half as many in a tile, and short sums of them are split.
    private bool HasTiles => single.StoresLoss && Element == "float" && !Length.IsAny && TilePlan.Pays(Plan);

    protected override void WriteBody(RowCode row, string self)
    {
        HeldLosses losses = new(Writer, held => $"AddLosses(ref parts, {held}, loss)", numbers: 3);
        if (single.StoresLoss)
            losses.Declare();
        LossTile? tile = HasTiles ? new LossTile(row, new TilePlan(Plan, row.Plan.Width) { IsInOrder = true }) : null;
        tile?.Declare();
        using (Writer.Block(tile is null ? "for (; rows > 0; rows--)" : "while (rows > 0)"))
        {
            tile?.Write();
            Writer.Lines($"if (label == ignoreIndex)\n    MemoryMarshal.CreateSpan(ref destination, {Length}).Clear();");
            using (Writer.Block("else"))
            {
                string call = $"{single.AtMost(row.Plan.Width)}(ref x, label, weight, {(single.StoresLoss ? HeldLosses.Next + ", " : "")}ref destination{Length.Argument})";
                Writer.Line(single.StoresLoss ? $"{call};" : $"loss += {call};");
                if (single.StoresLoss)
                    losses.Advance();
            }

            RowBatch.Advance(Writer, Length);
            Writer.Line("label = ref Unsafe.Add(ref label, 1);");
            if (tile is not null)
                Writer.Line("rows--;");
        }

        Writer.Line($"return {(single.StoresLoss ? losses.All : "loss")};");
    }
}
