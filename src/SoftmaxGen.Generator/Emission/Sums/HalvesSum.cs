namespace SoftmaxGen.Emission;

/// <summary>A sum of doubles, or of products of two, of which there are two vectors for each vector of floats: each half has accumulators of its own.</summary>
/// <param name="row">The passes that it belongs to.</param>
/// <param name="name">The stem of the accumulators' names.</param>
internal sealed class HalvesSum(RowCode row, string name) : SequentialSum(row, name, $"{row.Factory}<double>")
{
    protected override IEnumerable<int> Parts => Enumerable.Range(0, 2 * Row.Plan.Accumulators);

    public override void Add(int part, IReadOnlyList<Summand> summands)
    {
        base.Add(2 * part, summands);
        base.Add((2 * part) + 1, [.. summands.Select(static summand => summand.Upper!)]);
    }
}
