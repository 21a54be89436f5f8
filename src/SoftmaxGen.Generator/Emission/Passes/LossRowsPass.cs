namespace SoftmaxGen.Emission;

/// <summary>The losses of contiguous rows, added to those before, and the gradient of each times a weight. The gradient of a row that does not count is 0.</summary>
internal sealed class LossRowsPass(MemberContext context, GradientPass single) : Pass(context, single.Name + "Rows", single.Precision)
{
    public override string Returns => "double";

    public override string Parameters => $"ref {Element} x, ref int label, int ignoreIndex, {Element} weight, double loss, ref {Element} destination, int rows";

    protected override bool Counts(RowCode row) => true;

    public override bool IsComposed => true;

    protected override void WriteBody(RowCode row, string self)
    {
        HeldLosses losses = new(Writer, held => $"AddLosses(ref parts, {held}, loss)", numbers: 3);
        if (single.StoresLoss)
            losses.Declare();
        using (Writer.Block("for (; rows > 0; rows--)"))
        {
            Writer.Lines($"if (label == ignoreIndex)\n    MemoryMarshal.CreateSpan(ref destination, {Length}).Clear();");
            using (Writer.Block("else"))
            {
                string call = $"{single.MethodAt(row.Plan.Width)}(ref x, label, weight, {(single.StoresLoss ? HeldLosses.Next + ", " : "")}ref destination{Length.Argument})";
                Writer.Line(single.StoresLoss ? $"{call};" : $"loss += {call};");
                if (single.StoresLoss)
                    losses.Advance();
            }

            RowBatch.Advance(Writer, Length);
            Writer.Line("label = ref Unsafe.Add(ref label, 1);");
        }

        Writer.Line($"return {(single.StoresLoss ? losses.All : "loss")};");
    }
}
