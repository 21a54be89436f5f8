namespace SoftmaxGen.Emission;

/// <summary>The loss of one row with label smoothing: -log p_label and the part of it that the uniform target has more.</summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="loss">The loss of one row, less an origin.</param>
/// <param name="offset">The mean of the distances from the label's logit.</param>
internal sealed class SmoothedLossPass(MemberContext context, Pass loss, MeanOffsetPass offset) : Pass(context, "SmoothedLoss", loss.Precision)
{
    public override string Returns => "double";

    public override bool IsComposed => true;

    public override string Parameters => $"ref {Element} x, double origin, double labelSmoothing";

    protected override void WriteBody(RowCode row, string self)
    {
        Writer.Line($"double loss = {loss.AtMost(row.Plan.Width)}(ref x, origin{Length.Argument});");
        Writer.Line($"return Smoothed(loss, labelSmoothing, labelSmoothing == 0.0 ? 0.0 : {offset.AtMost(row.Plan.Width)}(ref x, origin{Length.Argument}));");
    }
}
