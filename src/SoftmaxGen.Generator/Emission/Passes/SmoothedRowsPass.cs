namespace SoftmaxGen.Emission;

/// <summary>As <see cref="LossRowsPass"/> with label smoothing, which takes an even part off the gradient and gives all of it to the label.</summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="single">The loss and the gradient of one row.</param>
/// <param name="offset">The mean of the distances from the label's logit.</param>
internal sealed class SmoothedRowsPass(MemberContext context, GradientPass single, MeanOffsetPass offset) : Pass(context, "SmoothedRows", single.Precision)
{
    public override string Returns => "double";

    public override string Parameters => $"ref {Element} x, ref int label, {Element} labelSmoothing, int ignoreIndex, {Element} weight, double loss, ref {Element} destination, int rows";

    public override IEnumerable<int> Widths => single.Widths;

    protected override bool Counts(RowCode row) => true;

    public override bool IsComposed => true;

    protected override void WriteBody(RowCode row, string self)
    {
        HeldLosses losses = new(Writer, held => $"AddSmoothed(ref parts, {held}, labelSmoothing, loss)", numbers: 4);
        if (single.StoresLoss)
            losses.Declare();
        Writer.Line($"{Element} own = labelSmoothing * weight, even = own / {Length};");
        using (Writer.Block("for (; rows > 0; rows--)"))
        {
            Writer.Lines($"if (label == ignoreIndex)\n    MemoryMarshal.CreateSpan(ref destination, {Length}).Clear();");
            using (Writer.Block("else"))
            {
                Writer.Line($"double more = labelSmoothing == 0 ? 0.0 : {offset.AtMost(row.Plan.Width)}(ref x, Unsafe.Add(ref x, label){Length.Argument});");
                string call = $"{single.MethodAt(row.Plan.Width)}(ref x, label, weight, {(single.StoresLoss ? HeldLosses.Next + ", " : "")}ref destination{Length.Argument})";
                Writer.Line(single.StoresLoss ? $"{call};" : $"loss += Smoothed({call}, labelSmoothing, more);");
                if (single.StoresLoss)
                    Writer.Line("Unsafe.Add(ref parts, held + (3 * RowsOfLosses)) = more;");
                Writer.Line($"LessEven{(Length.IsArgument ? "" : $"{row.Plan.Width}")}(ref destination, even, {Length});");
                Writer.Line("Unsafe.Add(ref destination, label) += own;");
                if (single.StoresLoss)
                    losses.Advance();
            }

            RowBatch.Advance(Writer, Length);
            Writer.Line("label = ref Unsafe.Add(ref label, 1);");
        }

        Writer.Line($"return {(single.StoresLoss ? losses.All : "loss")};");
    }
}
