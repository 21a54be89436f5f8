using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>(x - max) / T - log(sum of e^((x - max) / T)); both have the same sign, so nothing cancels.</summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="logarithm">The pass that computes the logarithm.</param>
internal sealed class TemperedLogSoftmaxPass(MemberContext context, TemperedLogSumPass logarithm)
    : Pass(context, "TemperedLogSoftmax", TemperedLogSumPass.PrecisionOf(context))
{
    public override string Parameters => $"ref {Element} x, {Element} temperature, ref {Element} destination";

    protected override void WriteBody(RowCode row, string self)
    {
        row.LoadEarly("x");
        row.Max("x");
        Writer.Line($"{row.Vector} log = {row.Factory}.Create({(Precision.Compute == "float" ? "(float)" : "")}{logarithm.AtMost(row.Plan.Width)}(ref x, temperature, max.ToScalar(){Length.Argument}));");
        void Plain(string unless) =>
            Writer.Lines($"if (!{unless})\n{{\n    PlainLogSoftmax(ref x, temperature, max.ToScalar(), log.ToScalar(), ref destination, {Length});\n    return;\n}}");

        bool multiplies = Precision.Mode != AccuracyMode.Precise;
        if (multiplies)
        {
            if (!Precision.Widens)
                Plain("CanMultiply(temperature, max.ToScalar())");
            Writer.Line($"{row.Vector} inverse = {row.Factory}.Create({Precision.Literal("1")} / temperature);");
            row.ForEach(term => row.Store($"(({row.Value(term, "x")} - max) * inverse) - log", "destination", term.Offset()));
            return;
        }

        if (Element == "double")
            Plain("CanSubtract(max.ToScalar())");
        Writer.Line($"{row.Vector} temperatures = {row.Factory}.Create({(Precision.Widens ? "(double)" : "")}temperature);");
        row.ForEach(term => row.Store($"(({row.Value(term, "x")} - max) / temperatures) - log", "destination", term.Offset()));
    }
}
