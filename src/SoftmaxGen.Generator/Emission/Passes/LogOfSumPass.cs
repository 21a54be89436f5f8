namespace SoftmaxGen.Emission;

/// <summary>log(sum of e^(x - max)) and max, in the arithmetic of LogSoftmax: as good as the result needs it unless max and the logarithm cancel.</summary>
/// <param name="finest">For the rows whose maximum is not moderate.</param>
internal sealed class LogOfSumPass(MemberContext context, FinestLogOfSumPass finest) : Pass(context, "LogOfSum", context.ArithmeticOfLogarithms)
{
    protected override string Returns => finest.Returned;

    protected override string Parameters => $"ref {Element} x, out double largest";

    protected override void WriteBody(RowCode row, string self)
    {
        OtherTerms others = new(row, new Exponential(Arithmetic));

        Writer.Line("// 1. The maximum, in every lane.");
        row.LoadEarly("x");
        row.Max("x");
        Writer.Lines($"if (!{others.Guard})\n    return {finest.MethodAt(row.Plan.Width)}(ref x, out largest);");
        Writer.Line("largest = max.ToScalar();");

        Writer.Line();
        others.Write(Writer);

        Writer.Line();
        Writer.Line("// 3. The logarithm of the sum.");
        Writer.Line($"return {others.Logarithm};");
    }
}
