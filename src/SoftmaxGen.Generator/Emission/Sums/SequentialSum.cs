namespace SoftmaxGen.Emission;

/// <summary>A sum of doubles each of which is added to the one before: infinite where an addend is, which what keeps rounding errors is not.</summary>
/// <param name="row">The passes that it belongs to.</param>
/// <param name="name">The stem of the accumulators' names.</param>
internal sealed class SequentialSum(RowCode row, string name) : Sum(row, name, row.Vector)
{
    public override void Add(int part, IReadOnlyList<Summand> summands)
    {
        foreach (Summand summand in summands)
            Row.Writer.Line(Starts(part) ? $"{Row.Vector} {Name(part)} = {summand.Value};" : $"{Name(part)} += {summand.Value};");
    }
}
