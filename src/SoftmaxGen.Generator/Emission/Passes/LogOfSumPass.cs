using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// log(sum of e^(x - max)) and max, in double precision or better: what log-sum-exp and cross-entropy are made of.
/// Whatever the accuracy asked for, it is computed as for Precise, so that the bits are the same on every processor.
/// </summary>
internal sealed class LogOfSumPass(MemberContext context)
    : Pass(context, "LogOfSum", new Arithmetic(context.Element, "double", AccuracyMode.Precise))
{
    protected override string Returns => "double";

    protected override string Parameters => $"ref {Element} x, out double largest";

    protected override void WriteBody(RowCode row, string self)
    {
        OtherTerms others = new(row, new Exponential(Arithmetic, Finest: true));

        Writer.Line("// 1. The maximum, in every lane.");
        row.LoadEarly("x");
        row.Max("x");
        Writer.Line("largest = max.ToScalar();");
        using (Writer.Block($"if (!{others.Guard})"))
        {
            if (Element == "float")
                Writer.Lines($"largest = ScanMax(ref x, {Length});\nreturn double.NaN;");
            else
                Writer.Line($"return LogOfSumFar(ref x, {Length}, out largest);");
        }

        Writer.Line();
        others.Write(Writer);

        Writer.Line();
        Writer.Line("// 3. The logarithm of the sum.");
        Writer.Line($"return Log1p({others.Ratio});");
    }
}
