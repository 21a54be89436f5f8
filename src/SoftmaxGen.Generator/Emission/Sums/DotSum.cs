namespace SoftmaxGen.Emission;

/// <summary>A sum of products.</summary>
/// <param name="row">The passes that it belongs to.</param>
/// <param name="name">The stem of the accumulators' names.</param>
/// <param name="fuses">Whether a product is added with one rounding.</param>
internal sealed class DotSum(RowCode row, string name, bool fuses) : CompensatedSum(row, name, keepsRest: false)
{
    protected override bool AddsEach => true;

    public override void Add(int part, IReadOnlyList<Summand> summands)
    {
        foreach (Summand summand in summands)
        {
            if (Starts(part))
                Row.Writer.Line($"{Row.Vector} {Name(part)} = {summand.Value} * {summand.Factor};");
            else if (fuses)
                Row.Writer.Line($"{Name(part)} = MultiplyAdd({summand.Value}, {summand.Factor}, {Name(part)});");
            else
                Row.Writer.Line($"{Name(part)} += {summand.Value} * {summand.Factor};");
        }
    }
}
