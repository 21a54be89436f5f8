using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>
/// log(sum of e^(x / T)) - origin / T, or its derivative by T: for every accuracy in the precision of Precise. NaN where the maximum is NaN or infinite.
/// </summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="isDerivative">Whether it is the derivative.</param>
internal sealed class TemperedLogSumPass(MemberContext context, bool isDerivative = false)
    : Pass(context, isDerivative ? "TemperatureDerivative" : "TemperedLogSum", new(context.Element, "double", AccuracyMode.Precise))
{
    public override string Returns => "double";

    public override string Parameters => $"ref {Element} x, {Element} temperature, double origin";

    protected override void WriteBody(RowCode row, string self)
    {
        Exponential exponential = new(Precision, Tempered: true, Finest: true);
        OtherTerms others = new(row, exponential, isDerivative);

        TemperatureConstants.Declare(Writer, row);
        others.WriteMax(Writer);
        string guard = Precision.Widens ? "IsFinite(max)" : $"({exponential.Guard} && HasConstants(temperature))";
        string far = Precision.Widens ? "double.NaN" : $"{Name}Far(ref x, temperature, origin, {Length})";
        Writer.Lines($"if (!{guard})\n    return {far};");

        Writer.Line();
        others.Write(Writer);

        Writer.Line();
        string distance = "max.ToScalar() - origin";
        if (!isDerivative)
        {
            Writer.Line("// 3. The logarithm of the sum.");
            Writer.Line($"return Add(({distance}) / temperature, {others.Logarithm});");
            return;
        }

        Writer.Line("// 3. The mean distance from the maximum less that of the origin.");
        Writer.Line($"double ratio = {others.Ratio};");
        Writer.Line($"return ((({others.MeanDistance}) - ({distance})) / temperature) / temperature;");
    }
}
