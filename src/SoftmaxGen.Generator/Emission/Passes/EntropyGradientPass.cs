using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>p_i (d_i - sum of p_k d_k), where d is the distance from the maximum: the Jacobian times that, from the softmax in the destination. What has no weight counts nothing, however far it is.</summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="softmax">The softmax of one row.</param>
internal sealed class EntropyGradientPass(MemberContext context, Pass softmax) : Pass(context, "EntropyGradient", context.ArithmeticOfLogarithms)
{
    public override string Parameters => $"ref {Element} x, ref {Element} destination";

    private bool IsSingle => Precision.Compute == "float";

    protected override void WriteBody(RowCode row, string self)
    {
        Writer.Line("// 1. The probabilities.");
        Writer.Line($"{softmax.AtMost(row.Plan.Width)}(ref x, ref destination{Length.Argument});");
        row.LoadEarly("x");
        row.LoadEarly("destination");
        row.Max("x");
        Writer.Lines("if (!IsFinite(max))\n    return;");

        Writer.Line();
        Writer.Line("// 2. The mean distance from the maximum.");
        if (!IsSingle)
            Writer.Line($"{row.Vector} one = {row.Vector}.One;");
        Sum distance = SumOf(row, "distance"), mass = SumOf(row, "mass");
        row.Accumulate([distance, mass], term =>
        {
            string p = term.Name("p");
            Writer.Line($"{row.Vector} {p} = {row.Counted(term, row.Value(term, "destination"))};");
            return IsSingle ? [new Summand($"{p} * {Below(row, term, p)}"), new Summand(p)] : [new Summand(p, Below(row, term, p)), new Summand(p, "one")];
        });
        Writer.Line($"{row.Vector} mean = {(IsSingle ? $"{row.Factory}.Create((float)(({distance.Total}) / ({mass.Total})).ToScalar())" : $"({distance.Total}) / ({mass.Total})")};");

        Writer.Line();
        Writer.Line("// 3. Each probability times what its distance is more.");
        row.ForEach(term =>
        {
            string p = row.Value(term, "destination");
            row.Store($"{p} * ({Below(row, term, p)} - mean)", "destination", term.Offset());
        });
    }

    private Sum SumOf(RowCode row, string name) => IsSingle ? new WideSum(row, name) : new DotSum(row, name, Precision.Mode != AccuracyMode.Precise);

    private static string Below(RowCode row, VectorVisit term, string p) => $"Without(Max(max - {row.Value(term, "x")}, {row.Vector}.Zero), Ties({p}, {row.Vector}.Zero))";
}
