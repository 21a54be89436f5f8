namespace SoftmaxGen.Emission;

/// <summary>(x - max) - log(sum of e^(x - max)).</summary>
internal sealed class LogSoftmaxPass(MemberContext context) : Pass(context, "LogSoftmax", context.ArithmeticOfLogarithms)
{
    protected override string Parameters => $"ref {Element} x, ref {Element} destination";

    protected override void WriteBody(RowCode row, string self)
    {
        OtherTerms others = new(row, new Exponential(Arithmetic));

        Writer.Line("// 1. The maximum, in every lane.");
        row.LoadEarly("x");
        row.Max("x");
        using (Writer.Block($"if (!{others.Guard})"))
        {
            Writer.Lines($"if (SubtractMax(ref x, ref destination, {Length}))\n    {self}(ref destination, ref destination);");
            Writer.Line("return;");
        }

        Writer.Line();
        others.Write(Writer);

        Writer.Line();
        Writer.Line("// 3. x - max less the logarithm of the sum; both have the same sign, so nothing cancels.");
        Writer.Line($"{row.Vector} log = {row.Factory}.Create({(Arithmetic.Compute == "float" ? "(float)" : "")}{others.Logarithm});");
        row.ForEach(term => row.Store($"({row.Value(term, "x")} - max) - log", "destination", term.Offset));
    }
}
