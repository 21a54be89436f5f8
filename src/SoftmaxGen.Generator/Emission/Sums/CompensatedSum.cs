namespace SoftmaxGen.Emission;

/// <summary>
/// A sum that is closed after every chunk of a long row and added to a total whose rounding errors are kept, so that its error does not grow with N.
/// </summary>
/// <param name="row">The passes that it belongs to.</param>
/// <param name="name">The stem of the accumulators' names.</param>
/// <param name="keepsRest">Whether the rounding errors are kept beside the total, rather than added to it.</param>
internal class CompensatedSum(RowCode row, string name, bool keepsRest) : Sum(row, name, row.Vector)
{
    private readonly bool isPair = row.Plan.Row.Length <= 2 * row.Plan.Row.BlockLanes;
    private readonly HashSet<int> kept = [];
    private readonly bool isChunked = !row.Plan.IsStraight && row.Plan.HasChunks;

    public override bool ClosesChunks => isChunked;

    // Of two blocks the errors of adding one to the other are kept, which are known early; of more, those of the fold too.
    public override string? Rest
    {
        get
        {
            if (!keepsRest)
                return null;
            string lost = $"SumAcross({Fold(part => IsKept(part) ? Lost(part) : $"{Row.Vector}.Zero")})";
            if (isPair)
                return lost;
            string across = $"LostAcross({string.Join(", ", Parts.Select(Name))})";
            return isChunked ? $"{lost} + {across}" : across;
        }
    }

    public override void Declare()
    {
        base.Declare();
        if (!isChunked)
            return;
        DeclareAll(TotalName);
        DeclareAll(Lost);
    }

    public override void CloseChunk()
    {
        foreach (int part in Parts)
        {
            Close(part);
            Row.Writer.Line($"{Name(part)} = {Row.Vector}.Zero;");
        }
    }

    public override void End()
    {
        if (!isChunked)
            return;
        foreach (int part in Parts)
        {
            if (Row.Plan.EndsInsideChunk)
                Close(part);
            Row.Writer.Line($"{Name(part)} = {TotalName(part)}{(Rest is null ? $" + {Lost(part)}" : "")};");
        }
    }

    public override void Add(int part, IReadOnlyList<Summand> summands)
    {
        if (!keepsRest || !isPair)
        {
            base.Add(part, summands);
            return;
        }

        foreach (Summand summand in summands)
        {
            if (Starts(part))
            {
                Row.Writer.Line($"{Row.Vector} {Name(part)} = {summand.Value};");
                continue;
            }

            kept.Add(part);
            Row.Writer.Line($"{Row.Vector} {Lost(part)} = Lost({Name(part)}, {summand.Value}, {Name(part)} + {summand.Value});");
            Row.Writer.Line($"{Name(part)} += {summand.Value};");
        }
    }

    private bool IsKept(int part) => isChunked || kept.Contains(part);

    private string TotalName(int part) => $"{Stem}Total{part}";

    private string Lost(int part) => $"{Stem}Lost{part}";

    private void Close(int part)
    {
        Row.Writer.Line($"{Lost(part)} += Lost({TotalName(part)}, {Name(part)}, {TotalName(part)} + {Name(part)});");
        Row.Writer.Line($"{TotalName(part)} += {Name(part)};");
    }
}
