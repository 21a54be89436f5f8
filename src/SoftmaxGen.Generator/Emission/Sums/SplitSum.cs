namespace SoftmaxGen.Emission;

/// <summary>
/// A sum of a few terms that is rounded once: what the terms have of the same coarse units is summed without rounding,
/// and what is left of them is so small that its rounding does not count.
/// </summary>
/// <param name="row">The passes that it belongs to.</param>
/// <param name="name">The stem of the accumulators' names.</param>
internal sealed class SplitSum(RowCode row, string name) : Sum(row, name, row.Vector)
{
    private readonly Sum lows = new(row, name + "Low", row.Vector);
    private int terms;

    public override IReadOnlyList<string> Folds => [Folded, lows.Folded];

    /// <inheritdoc/>
    public override string TotalWith(string total, string term) => $"(SumAcross({Folded}) + High({term})) + ({lows.Total} + ({term} - High({term})))";

    public override void Declare()
    {
        base.Declare();
        lows.Declare();
    }

    public override void Add(int part, IReadOnlyList<Summand> summands)
    {
        List<(string Term, string High)> split = [];
        foreach (Summand summand in summands)
        {
            (string term, string high) = ($"{Stem}Term{terms}", $"{Stem}High{terms++}");
            Row.Writer.Line($"{Row.Vector} {term} = {summand.Value};");
            Row.Writer.Line($"{Row.Vector} {high} = High({term});");
            split.Add((term, high));
        }

        base.Add(part, [.. split.Select(pair => new Summand(pair.High))]);
        lows.Add(part, [.. split.Select(pair => new Summand($"({pair.Term} - {pair.High})"))]);
    }
}
