namespace SoftmaxGen.Emission;

/// <summary>
/// (p - g) times a weight for any number of contiguous rows, and with the loss their losses, added to those before. So many rows at a time that they are still in the first cache
/// when the target is subtracted.
/// </summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="softmax">The softmax of rows.</param>
/// <param name="loss">The loss of one row, where it is asked for.</param>
internal sealed class TargetRowsPass(MemberContext context, RowsPass softmax, Pass? loss = null)
    : Pass(context, loss is null ? "TargetGradientRows" : "TargetLossAndGradientRows", context.Precision)
{
    private const int ElementsAtOnce = 2048;

    // A whole number of batches.
    private const int RowsOfBatches = 16;

    public override IEnumerable<int> Widths => softmax.Widths;

    public override string Parameters => $"ref {Element} x, ref {Element} g, {Element} weight, {(loss is null ? "" : "double loss, ")}ref {Element} destination, int rows";

    public override string Returns => loss is null ? "void" : "double";

    private int RowsAtOnce => Length * RowsOfBatches <= ElementsAtOnce ? ElementsAtOnce / (Length * RowsOfBatches) * RowsOfBatches : Math.Max(1, ElementsAtOnce / Length);

    protected override bool Counts(RowCode row) => true;

    public override bool IsComposed => true;

    protected override void WriteBody(RowCode row, string self)
    {
        if (Length.IsAny)
            Writer.Line($"int rowsAtOnce = Math.Max({RowCode.Number(ElementsAtOnce)} / {Length}, 1);");
        using (Writer.Block("while (rows > 0)"))
        {
            Writer.Line($"int some = Math.Min(rows, {(Length.IsAny ? "rowsAtOnce" : RowCode.Number(RowsAtOnce))});");
            if (loss is not null)
                Writer.Lines($"for (int row = 0; row < some; row++)\n    loss += {loss.AtMost(row.Plan.Width)}(ref Unsafe.Add(ref x, row * {Length}), ref Unsafe.Add(ref g, row * {Length}){Length.Argument});");
            Writer.Line($"{softmax.AtMost(row.Plan.Width)}(ref x, ref destination, some{Length.Argument});");
            Writer.Line($"LessTarget{(Length.IsArgument ? "" : $"{row.Plan.Width}")}(ref destination, ref g, weight, some * {Length});");
            Writer.Line("rows -= some;");
            foreach (string reference in new[] { "x", "g", "destination" })
                Writer.Line($"{reference} = ref Unsafe.Add(ref {reference}, some * {Length});");
        }

        if (loss is not null)
            Writer.Line("return loss;");
    }
}
