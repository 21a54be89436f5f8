namespace SoftmaxGen.Emission;

/// <summary>
/// A sum that is closed after every chunk of a long row and added to a total whose rounding errors are kept, so that its error does not grow with N.
/// </summary>
/// <param name="row">The passes that it belongs to.</param>
/// <param name="name">The stem of the accumulators' names.</param>
/// <param name="keepsRest">Whether the rounding errors are kept beside the total, rather than added to it.</param>
internal class CompensatedSum(RowCode row, string name, bool keepsRest) : Sum(row, name, row.Vector)
{
    private readonly bool isChunked = !row.Plan.IsStraight && row.Plan.HasChunks;

    public override bool ClosesChunks => isChunked;

    public override string? Rest
    {
        get
        {
            if (!keepsRest)
                return null;
            string across = $"LostAcross({string.Join(", ", Parts.Select(Name))})";
            return isChunked ? $"SumAcross({Fold(Lost)}) + {across}" : across;
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

    private string TotalName(int part) => $"{Stem}Total{part}";

    private string Lost(int part) => $"{Stem}Lost{part}";

    private void Close(int part)
    {
        Row.Writer.Line($"{Lost(part)} += Lost({TotalName(part)}, {Name(part)}, {TotalName(part)} + {Name(part)});");
        Row.Writer.Line($"{TotalName(part)} += {Name(part)};");
    }
}
