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
        List<(Summand High, Summand Low)> split = [.. summands.Select(Split)];
        base.Add(part, [.. split.Select(pair => pair.High)]);
        lows.Add(part, [.. split.Select(pair => pair.Low)]);
    }

    public override void DeclareRest()
    {
        base.DeclareRest();
        lows.DeclareRest();
    }

    public override void AddToRest(int part, Summand summand)
    {
        (Summand high, Summand low) = Split(summand);
        base.AddToRest(part, high);
        lows.AddToRest(part, low);
    }

    public override void ClosePair()
    {
        base.ClosePair();
        lows.ClosePair();
    }

    public override void CloseGroup()
    {
        base.CloseGroup();
        lows.CloseGroup();
    }

    public override void EndRest()
    {
        base.EndRest();
        lows.EndRest();
    }

    protected override void AddGroup(int part, IReadOnlyList<Summand> summands) => base.Add(part, summands);

    private (Summand High, Summand Low) Split(Summand summand)
    {
        (string term, string high) = ($"{Stem}Term{terms}", $"{Stem}High{terms++}");
        Row.Writer.Line($"{Row.Vector} {term} = {summand.Value};");
        Row.Writer.Line($"{Row.Vector} {high} = High({term});");
        return (new Summand(high), new Summand($"({term} - {high})"));
    }
}
