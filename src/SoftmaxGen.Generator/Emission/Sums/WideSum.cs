namespace SoftmaxGen.Emission;

/// <summary>
/// A sum of floats in double precision: those that are added to each other first are rounded once, and nothing after that counts.
/// Each vector of floats makes two of doubles, each with an accumulator of its own.
/// </summary>
/// <param name="row">The passes that it belongs to.</param>
/// <param name="name">The stem of the accumulators' names.</param>
internal sealed class WideSum(RowCode row, string name) : Sum(row, name, $"{row.Factory}<double>")
{
    private int locals;

    protected override IEnumerable<int> Parts => Enumerable.Range(0, 2 * Row.Plan.Accumulators);

    /// <summary>The sum, a double.</summary>
    public string Scalar => $"({Total}).ToScalar()";

    protected override string RestType => Row.Vector;

    // The text has no parentheses: four terms, too, are added one after the other.
    protected override bool KeepsPairs => false;

    public override void Add(int part, IReadOnlyList<Summand> summands)
    {
        string some = $"{Stem}Some{locals++}";
        Row.Writer.Line($"{Row.Vector} {some} = {RowCode.Tree([.. summands.Select(summand => summand.Value)], (a, b) => $"{a} + {b}")};");
        base.Add(2 * part, [new Summand($"WidenLower({some})")]);
        base.Add((2 * part) + 1, [new Summand($"WidenUpper({some})")]);
    }
}
