namespace SoftmaxGen.Emission;

/// <summary>The Hessian of log-sum-exp, which is the Jacobian of softmax, times a vector: from logits.</summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="softmax">The softmax of one row.</param>
/// <param name="product">The Jacobian times a vector, from probabilities.</param>
internal sealed class HessianProductPass(MemberContext context, Pass softmax, Pass product) : Pass(context, "HessianProduct", context.Precision)
{
    public override IEnumerable<int> Widths => softmax.Widths;

    public override bool IsComposed => true;

    public override string Parameters => $"ref {Element} x, ref {Element} g, ref {Element} destination";

    protected override void WriteBody(RowCode row, string self)
    {
        Writer.Line($"{softmax.AtMost(row.Plan.Width)}(ref x, ref destination{Length.Argument});");
        Writer.Line($"{product.AtMost(row.Plan.Width)}(ref destination, ref g, ref destination{Length.Argument});");
    }
}
