using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// As <see cref="LogSumExpPass"/> in the precision of Precise, double precision or better: for whoever asks for it,
/// and for the rows where nothing less is enough.
/// </summary>
internal sealed class FinestLogSumExpPass(MemberContext context)
    : Pass(context, "FinestLogSumExp", new ElementPrecision(context.Element, "double", AccuracyMode.Precise))
{
    public override string Returns => "double";

    public override string Parameters => ParametersOf(Element);

    public static string ParametersOf(string element) => $"ref {element} x, double origin";

    protected override void WriteBody(RowCode row, string self)
    {
        OtherTerms others = new(row, new Exponential(Precision, Finest: true));

        others.WriteMax(Writer);
        if (others.Guard is { } guard)
            Writer.Lines($"if (!{guard})\n    return LogSumExpFar(ref x, {Length}, origin);");

        Writer.Line();
        others.Write(Writer);

        Writer.Line();
        Writer.Line("// 3. The logarithm of the sum.");
        Writer.Line($"return AddLog(max.ToScalar(), origin, {others.Logarithm}, ref x, {Length});");
    }
}
