using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// log(sum of e^(x - max)) and max in the arithmetic of Precise, double precision or better: for whoever asks for it,
/// and for the rows where nothing less is enough.
/// </summary>
internal sealed class FinestLogOfSumPass(MemberContext context)
    : Pass(context, "FinestLogOfSum", new Arithmetic(context.Element, "double", AccuracyMode.Precise))
{
    /// <summary>The type of the logarithm.</summary>
    public string Returned => Returns;

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
        Writer.Line($"return {others.Logarithm};");
    }
}
