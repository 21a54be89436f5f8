namespace SoftmaxGen.Emission;

/// <summary>
/// log(sum of e^x) - origin, in the precision of LogSoftmax: origin is 0 for log-sum-exp and the label's logit for the cross-entropy,
/// so that one method serves both. NaN where the maximum is NaN or infinite.
/// </summary>
/// <param name="finest">For the rows where the maximum and the logarithm cancel so far that an error of the logarithm would weigh more, and those whose maximum is not moderate.</param>
internal sealed class LogSumExpPass(MemberContext context, FinestLogSumExpPass finest) : Pass(context, "LogSumExp", context.ArithmeticOfLogarithms)
{
    // What is left of the logarithm must be more than this part of it. In double precision its relative error, 3e-10, is a third of an ulp of a single-precision result then.
    private string Limit => Precision.Widens ? "log / 64.0" : "log";

    public override string Returns => "double";

    public override string Parameters => FinestLogSumExpPass.ParametersOf(Element);

    protected override void WriteBody(RowCode row, string self)
    {
        OtherTerms others = new(row, new Exponential(Precision));
        string again = $"{finest.MethodAt(row.Plan.Width)}(ref x, origin{Length.Argument})";

        others.WriteMax(Writer);
        if (others.Guard is { } guard)
            Writer.Lines($"if (!{guard})\n    return {again};");

        Writer.Line();
        others.Write(Writer);

        Writer.Line();
        Writer.Line("// 3. The logarithm of the sum.");
        Writer.Line($"double log = {others.Logarithm};");
        Writer.Line("double result = (max.ToScalar() - origin) + log;");
        Writer.Line($"return Cancels(result, {Limit}) ? {again} : result;");
    }
}
