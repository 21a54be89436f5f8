namespace SoftmaxGen.Emission;

/// <summary>How many elements are the maximum. Of a row that is written out the masks are counted one by one, which nothing waits for; a loop adds them up.</summary>
/// <param name="row">The passes that it belongs to.</param>
/// <param name="name">The stem of the accumulators' names.</param>
internal sealed class TieCount(RowCode row, string name) : Sum(row, name, $"{row.Factory}<{row.Precision.Integer}>")
{
    private readonly List<string> masks = [];

    /// <summary>The number, an int.</summary>
    public string Number => masks.Count > 0 ? string.Join(" + ", masks.Select(mask => $"Count({mask})")) : $"Count({Folded})";

    protected override bool AddsEach => true;

    public override void Add(int part, IReadOnlyList<Summand> summands)
    {
        if (Row.Plan.IsStraight)
            masks.AddRange(summands.Select(summand => summand.Value));
        else
            base.Add(part, [.. summands.Select(summand => new Summand($"{summand.Value}.{(Row.Precision.Compute == "float" ? "AsInt32" : "AsInt64")}()"))]);
    }
}
