using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>g_i - p_i sum of g_k: the transposed Jacobian of log-softmax times a vector. Of longer rows of floats only the sum is in double precision.</summary>
internal sealed class LogSoftmaxProductPass(MemberContext context) : Pass(context, "LogSoftmaxProduct", context.ArithmeticOfLogarithms)
{
    public override string Parameters => $"ref {Element} p, ref {Element} g, ref {Element} destination";

    private bool IsSingle => Precision.Compute == "float";

    protected override void WriteBody(RowCode row, string self)
    {
        row.LoadEarly("p");
        row.LoadEarly("g");
        if (!IsSingle)
            Writer.Line($"{row.Vector} one = {row.Vector}.One;");
        Sum all = IsSingle ? new WideSum(row, "all") : new DotSum(row, "all", Precision.Mode != AccuracyMode.Precise);
        row.Accumulate([all], term => [new Summand(row.Counted(term, row.Value(term, "g")), "one")]);
        Writer.Line($"{row.Vector} total = {(all is WideSum wide ? $"{row.Factory}.Create((float){wide.Scalar})" : all.Total)};");
        if (IsSingle)
            Writer.Lines($"if (!IsFinite(total))\n{{\n    LogSoftmaxProductFar(ref p, ref g, ref destination, {Length});\n    return;\n}}\n");
        Writer.Line($"total = {(IsSingle ? "-" : "")}Without(total, Ties(total, {row.Vector}.Zero)); // of zeros it is 0 and never -0");
        row.ForEach(term =>
        {
            string p = row.Value(term, "p"), g = row.Value(term, "g");
            row.Store(IsSingle ? $"MultiplyAdd({p}, total, {g})" : $"{g} - ({p} * total)", "destination", term.Offset());
        });
    }
}
