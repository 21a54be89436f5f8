using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>(x - max) - log(sum of e^(x - max)).</summary>
internal sealed class LogSoftmaxPass(MemberContext context) : Pass(context, "LogSoftmax", context.ArithmeticOfLogarithms)
{
    public override string Parameters => $"ref {Element} x, ref {Element} destination";

    protected override void WriteBody(RowCode row, string self)
    {
        OtherTerms others = new(row, new Exponential(Precision, Finest: Precision.Mode == AccuracyMode.Precise));

        others.WriteMax(Writer);
        if (others.Guard is { } guard)
        {
            using (Writer.Block($"if (!{guard})"))
            {
                Writer.Lines($"if (SubtractMax(ref x, ref destination, {Length}))\n    {self}(ref destination, ref destination{Length.Argument});");
                Writer.Line("return;");
            }
        }

        Writer.Line();
        others.Write(Writer);

        Writer.Line();
        Writer.Line("// 3. x - max less the logarithm of the sum; both have the same sign, so nothing cancels.");
        if (others.IsPair)
            Writer.Line($"DoubleDouble logarithm = {others.Logarithm};");
        Writer.Line($"{row.Vector} log = {row.Factory}.Create({(Precision.Compute == "float" ? "(float)" : "")}{(others.IsPair ? "logarithm.High" : others.Logarithm)});");
        if (Precision.IsPaired)
            Writer.Line($"{row.Vector} logLow = {row.Factory}.Create(logarithm.Low);");
        row.ForEach(term => row.Store(Result(row.Value(term, "x")), "destination", term.Offset()));
    }

    private string Result(string x) => Precision.IsPaired ? $"LessLog({x}, max, log, logLow)" : $"({x} - max) - log";
}
