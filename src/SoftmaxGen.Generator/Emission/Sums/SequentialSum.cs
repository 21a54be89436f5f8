namespace SoftmaxGen.Emission;

/// <summary>A sum of doubles, or of products of two, each of which is added to the one before: infinite where an addend is, which what keeps rounding errors is not.</summary>
/// <param name="row">The passes that it belongs to.</param>
/// <param name="name">The stem of the accumulators' names.</param>
/// <param name="type">The type of the accumulators, if it is not that of the row.</param>
internal class SequentialSum(RowCode row, string name, string? type = null) : Sum(row, name, type ?? row.Vector)
{
    protected override bool AddsEach => true;

    public override void Add(int part, IReadOnlyList<Summand> summands)
    {
        foreach (Summand summand in summands)
        {
            bool starts = Starts(part);
            if (summand.Factor.Length == 0)
                Row.Writer.Line(starts ? $"{Type} {Name(part)} = {summand.Value};" : $"{Name(part)} += {summand.Value};");
            else
                Row.Writer.Line(starts ? $"{Type} {Name(part)} = {summand.Value} * {summand.Factor};" : $"{Name(part)} = MultiplyAdd({summand.Value}, {summand.Factor}, {Name(part)});");
        }
    }
}
