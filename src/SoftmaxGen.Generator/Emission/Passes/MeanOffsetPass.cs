using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>The mean of origin - x: what the loss of a uniform target is more than that of the class whose logit is the origin.</summary>
internal sealed class MeanOffsetPass(MemberContext context) : Pass(context, "MeanOffset", new(context.Element, "double", context.Target.Accuracy))
{
    public override string Returns => "double";

    public override string Parameters => $"ref {Element} x, double origin";

    protected override void WriteBody(RowCode row, string self)
    {
        row.LoadEarly("x");
        Writer.Line($"{row.Vector} one = {row.Vector}.One, origins = {row.Factory}.Create(origin);");
        DotSum offset = new(row, "offset", Precision.Mode != AccuracyMode.Precise);
        row.Accumulate([offset], term => [new Summand(row.Counted(term, $"origins - {row.Value(term, "x")}"), "one")]);
        Writer.Line($"double mean = ({offset.Total}).ToScalar() / {Length}{(Length.IsAny ? "" : ".0")};");
        Writer.Line($"return double.IsNaN(mean) ? PlainMeanOffset(ref x, origin, {Length}) : mean;");
    }
}
