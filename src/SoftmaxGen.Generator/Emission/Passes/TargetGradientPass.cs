namespace SoftmaxGen.Emission;

/// <summary>p - g for a target distribution g: the softmax, and then a difference that is exact where both are close.</summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="softmax">The softmax of one row.</param>
internal sealed class TargetGradientPass(MemberContext context, Pass softmax) : Pass(context, "TargetGradient", context.Precision)
{
    public override IEnumerable<int> Widths => softmax.Widths;

    public override bool IsComposed => true;

    public override string Parameters => $"ref {Element} x, ref {Element} g, ref {Element} destination";

    protected override void WriteBody(RowCode row, string self)
    {
        Writer.Line($"{softmax.AtMost(row.Plan.Width)}(ref x, ref destination{Length.Argument});");
        Writer.Line($"LessTarget{(Length.IsArgument ? "" : $"{row.Plan.Width}")}(ref destination, ref g, {(Element == "float" ? "1f" : "1.0")}, {Length});");
    }
}
