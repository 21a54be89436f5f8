using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>p_i (g_i - sum of g_k p_k): the Jacobian, which is symmetric, times a vector.</summary>
internal sealed class ProductPass(MemberContext context) : Pass(context, "Product", context.Precision)
{
    public override string Parameters => $"ref {Element} p, ref {Element} g, ref {Element} destination";

    protected override void WriteBody(RowCode row, string self)
    {
        // Precise results may not depend on whether the processor can fuse.
        bool fused = Precision.Mode != AccuracyMode.Precise;

        Writer.Line("// 1. The dot product of p and g.");
        row.LoadEarly("p");
        row.LoadEarly("g");
        DotSum dot = new(row, "dot", fused);
        row.Accumulate([dot], term =>
        {
            string p = row.Counted(term, row.Value(term, "p"));
            string g = row.Counted(term, row.Value(term, "g"));
            return [new Summand(p, g)];
        });
        Writer.Line($"{row.Vector} mean = ({dot.Total}) + {row.Vector}.Zero; // 0 and never -0");

        Writer.Line();
        Writer.Line("// 2. Each element of g less the dot product, times its p.");
        row.ForEach(term => row.Store($"{row.Value(term, "p")} * ({row.Value(term, "g")} - mean)", "destination", term.Offset()));
    }
}
