namespace SoftmaxGen.Emission;

/// <summary>
/// sum of t (log(sum of e^x) - x) for a target distribution t, as the sum of t (max - x) and the sum of t times the logarithm relative to the maximum:
/// for t that is not negative nothing cancels. An element whose t is 0 counts 0, whatever its logit. In double precision, which a sum of products of floats needs no care in.
/// </summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="logarithm">The pass that computes the logarithm.</param>
internal sealed class TargetLossPass(MemberContext context, Pass logarithm) : Pass(context, "TargetLoss", new(context.Element, "double", context.Target.Accuracy))
{
    public override string Returns => "double";

    public override string Parameters => $"ref {Element} x, ref {Element} g";

    protected override void WriteBody(RowCode row, string self)
    {
        bool fuses = Precision.Mode != Model.AccuracyMode.Precise;
        Writer.Line("// 1. The maximum, in every lane, and the logarithm of the sum of all terms in units of the largest.");
        row.LoadEarly("x");
        row.LoadEarly("g");
        row.Max("x");
        Writer.Lines("if (!IsFinite(max))\n    return double.NaN;");
        Writer.Line($"double log = {logarithm.AtMost(row.Plan.Width)}(ref x, max.ToScalar(){Length.Argument});");

        Writer.Line();
        Writer.Line("// 2. The mean distance from the maximum, and how much the target is in all.");
        Writer.Line($"{row.Vector} one = {row.Vector}.One;");
        DotSum distance = new(row, "distance", fuses), mass = new(row, "mass", fuses);
        row.Accumulate([distance, mass], term =>
        {
            string t = term.Name("t");
            Writer.Line($"{row.Vector} {t} = {row.Counted(term, row.Value(term, "g"))};");

            // What does not count may be infinitely far away.
            string below = $"Without(max - {row.Value(term, "x")}, Ties({t}, {row.Vector}.Zero))";
            return [new Summand(t, below), new Summand(t, "one")];
        });
        Writer.Line($"double loss = ({distance.Total}).ToScalar() + (({mass.Total}).ToScalar() * log) + 0.0;");
        Writer.Line($"return double.IsNaN(loss) ? PlainTargetLoss(ref x, ref g, max.ToScalar(), log, {Length}) : loss;");
    }
}
