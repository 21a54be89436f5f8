using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>log(sum of e^(x - max)) + the mean of max - x, weighted with e^(x - max): both are at least 0, so that nothing cancels. NaN where the maximum is NaN or infinite.</summary>
internal sealed class EntropyPass(MemberContext context) : Pass(context, "Entropy", context.ArithmeticOfLogarithms)
{
    public override string Returns => "double";

    public override string Parameters => $"ref {Element} x";

    protected override void WriteBody(RowCode row, string self)
    {
        OtherTerms others = new(row, new Exponential(Precision, Finest: Precision.Mode == AccuracyMode.Precise), isWeighted: true);

        others.WriteMax(Writer);
        if (others.Guard is { } guard)
            Writer.Lines($"if (!{guard})\n    return EntropyFar(ref x, {Length});");

        Writer.Line();
        others.Write(Writer);

        Writer.Line();
        Writer.Line("// 3. The logarithm of the sum, and the mean distance from the maximum.");
        Writer.Line($"double ratio = {others.Ratio};");
        Writer.Line($"return {(others.IsPair ? $"({others.Logarithm}).High" : others.LogarithmOf("ratio"))} + ({others.MeanDistance});");
    }
}
