namespace SoftmaxGen.Emission;

/// <summary>A sum of pairs of vectors whose rounding errors are all kept beside it: it may be made of equally small terms only, and be far below the largest one.</summary>
/// <param name="row">The passes that it belongs to.</param>
/// <param name="name">The stem of the accumulators' names.</param>
internal sealed class KeptSum(RowCode row, string name) : Sum(row, name, row.Vector)
{
    private int locals;

    public override string? Rest => $"SumAcross({Fold(Lost)}) + LostAcross({string.Join(", ", Parts.Select(Name))})";

    public override void Declare()
    {
        base.Declare();
        DeclareAll(Lost);
    }

    protected override bool AddsPairs => true;

    public override void Add(int part, IReadOnlyList<Summand> summands)
    {
        for (int k = 0; k < summands.Count; k += 2)
            AddPair(part, k + 1 < summands.Count ? $"{summands[k].Value} + {summands[k + 1].Value}" : summands[k].Value);
    }

    private void AddPair(int part, string pair)
    {
        if (Starts(part))
        {
            Row.Writer.Line($"{Row.Vector} {Name(part)} = {pair};");
            Row.Writer.Line($"{Row.Vector} {Lost(part)} = {Row.Vector}.Zero;");
            return;
        }

        (string some, string sum) = ($"{Stem}Some{locals}", $"{Stem}Next{locals++}");
        Row.Writer.Line($"{Row.Vector} {some} = {pair};");
        Row.Writer.Line($"{Row.Vector} {sum} = {Name(part)} + {some};");
        Row.Writer.Line($"{Lost(part)} += Lost({Name(part)}, {some}, {sum});");
        Row.Writer.Line($"{Name(part)} = {sum};");
    }

    private string Lost(int part) => $"{Stem}Lost{part}";
}
