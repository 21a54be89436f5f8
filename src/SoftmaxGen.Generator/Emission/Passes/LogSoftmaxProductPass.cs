using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>g_i - p_i sum of g_k: the transposed Jacobian of log-softmax times a vector.</summary>
internal sealed class LogSoftmaxProductPass(MemberContext context) : Pass(context, "LogSoftmaxProduct", new(context.Element, "double", context.Target.Accuracy))
{
    public override string Parameters => $"ref {Element} p, ref {Element} g, ref {Element} destination";

    protected override void WriteBody(RowCode row, string self)
    {
        row.LoadEarly("p");
        row.LoadEarly("g");
        Writer.Line($"{row.Vector} one = {row.Vector}.One;");
        DotSum all = new(row, "all", Precision.Mode != AccuracyMode.Precise);
        row.Accumulate([all], term => [new Summand(row.Counted(term, row.Value(term, "g")), "one")]);
        Writer.Line($"{row.Vector} total = {all.Total};");
        Writer.Line($"total = Without(total, Ties(total, {row.Vector}.Zero)); // 0 and never -0");
        row.ForEach(term => row.Store($"{row.Value(term, "g")} - ({row.Value(term, "p")} * total)", "destination", term.Offset()));
    }
}
