using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>p_i (d_i - sum of p_k d_k), where d is the distance from the maximum: the Jacobian times that, from the softmax in the destination. What has no weight counts nothing, however far it is.</summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="softmax">The softmax of one row.</param>
internal sealed class EntropyGradientPass(MemberContext context, Pass softmax) : Pass(context, "EntropyGradient", new(context.Element, "double", context.Target.Accuracy))
{
    public override string Parameters => $"ref {Element} x, ref {Element} destination";

    protected override void WriteBody(RowCode row, string self)
    {
        bool fuses = Precision.Mode != AccuracyMode.Precise;
        Writer.Line("// 1. The probabilities.");
        Writer.Line($"{softmax.AtMost(row.Plan.Width)}(ref x, ref destination{Length.Argument});");
        row.LoadEarly("x");
        row.LoadEarly("destination");
        row.Max("x");
        Writer.Lines("if (!IsFinite(max))\n    return;");

        Writer.Line();
        Writer.Line("// 2. The mean distance from the maximum.");
        Writer.Line($"{row.Vector} one = {row.Vector}.One;");
        DotSum distance = new(row, "distance", fuses), mass = new(row, "mass", fuses);
        row.Accumulate([distance, mass], term =>
        {
            Writer.Line($"{row.Vector} {term.Name("p")} = {row.Counted(term, row.Value(term, "destination"))};");
            return [new Summand(term.Name("p"), Below(row, term, term.Name("p"))), new Summand(term.Name("p"), "one")];
        });
        Writer.Line($"{row.Vector} mean = ({distance.Total}) / ({mass.Total});");

        Writer.Line();
        Writer.Line("// 3. Each probability times what its distance is more.");
        row.ForEach(term =>
        {
            string p = row.Value(term, "destination");
            row.Store($"{p} * ({Below(row, term, p)} - mean)", "destination", term.Offset());
        });
    }

    private static string Below(RowCode row, VectorVisit term, string p) => $"Without(Max(max - {row.Value(term, "x")}, {row.Vector}.Zero), Ties({p}, {row.Vector}.Zero))";
}
