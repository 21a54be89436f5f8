using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// log(sum of e^(x / T)) - origin / T, or its derivative by T. NaN where the maximum is NaN or infinite.
/// </summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="isDerivative">Whether it is the derivative.</param>
internal sealed class TemperedLogSumPass(MemberContext context, bool isDerivative = false)
    : Pass(context, isDerivative ? "TemperatureDerivative" : "TemperedLogSum", PrecisionOf(context))
{
    public override string Returns => "double";

    public override string Parameters => $"ref {Element} x, {Element} temperature, double origin";

    /// <summary>That of logarithms, or of Precise the widest.</summary>
    public static ElementPrecision PrecisionOf(MemberContext context) =>
        context.Target.Accuracy == AccuracyMode.Precise ? new(context.Element, "double", AccuracyMode.Precise) : context.ArithmeticOfLogarithms;

    protected override void WriteBody(RowCode row, string self)
    {
        bool isPrecise = Precision.Mode == AccuracyMode.Precise;
        Exponential exponential = new(Precision, Tempered: true, Finest: isPrecise);
        OtherTerms others = new(row, exponential, isDerivative);

        TemperatureConstants.Declare(Writer, row);
        others.WriteMax(Writer);
        string guard = Precision.Widens ? "IsFinite(max)" : $"({(isPrecise ? exponential.Guard : "IsFinite(max)")} && {(isDerivative ? "HasDistances" : "HasConstants")}(temperature))";
        string far = Precision.Widens ? "double.NaN" : $"{Name}Far(ref x, temperature, origin, {Length})";
        Writer.Lines($"if (!{guard})\n    return {far};");

        bool ofDoubles = Element == "double";
        string largest = "max.ToScalar()", distance = "max.ToScalar() - origin";
        if (!isPrecise && !Precision.Widens)
        {
            Writer.Line(ofDoubles ? "double largest = max.ToScalar();" : $"double distance = {distance};");
            Writer.Line($"{row.Vector} shifted = {exponential.Guard} ? {row.Vector}.Zero : max;");
            Writer.Line("max -= shifted;");
            (largest, distance) = ("largest", "distance");
        }

        Writer.Line();
        others.Write(Writer);

        Writer.Line();
        if (!isDerivative)
        {
            Writer.Line("// 3. The logarithm of the sum.");
            string quotient = ofDoubles ? $"DifferenceOver({largest}, origin, temperature)" : $"({distance}) / temperature";
            Writer.Line(isPrecise ? $"return Add({quotient}, {others.Logarithm});" : $"return {(ofDoubles ? quotient : $"({quotient})")} + {others.Logarithm};");
            return;
        }

        Writer.Line("// 3. The mean distance from the maximum less that of the origin.");
        Writer.Line($"double ratio = {others.Ratio};");
        Writer.Line(ofDoubles
            ? $"return DividedTwice({others.MeanDistanceInTermUnits}, {largest}, origin, temperature, 1.0);"
            : $"return ((({others.MeanDistance}) - ({distance})) / temperature) / temperature;");
    }
}
