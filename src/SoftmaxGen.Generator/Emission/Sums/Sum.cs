namespace SoftmaxGen.Emission;

/// <summary>A sum over the row: an accumulator for each part of a block, <c>sum0</c>, <c>sum1</c>, …</summary>
/// <param name="row">The passes that it belongs to.</param>
/// <param name="name">The stem of the accumulators' names.</param>
/// <param name="type">The type of the accumulators.</param>
internal class Sum(RowCode row, string name, string type)
{
    private readonly HashSet<int> started = [];

    /// <summary>Whether something is done whenever the terms of a chunk have been added.</summary>
    public virtual bool ClosesChunks => false;

    /// <summary>The accumulators folded into one vector, halves first, as the lanes of a wider vector would be.</summary>
    public string Folded => Fold(Name);

    /// <summary>The vectors whose lanes make up the sum.</summary>
    public virtual IReadOnlyList<string> Folds => [Folded];

    /// <summary>The sum of all lanes, in every lane.</summary>
    public virtual string Total => string.Join(" + ", Folds.Select(fold => $"SumAcross({fold})"));

    /// <summary>The total, declared as <paramref name="total"/>, and one more term.</summary>
    public virtual string TotalWith(string total, string term) => $"{total} + {term}";

    /// <summary>What the total is rounded by, where that is kept.</summary>
    public virtual string? Rest => null;

    protected RowCode Row => row;

    protected string Stem => name;

    protected string Type => type;

    protected virtual IEnumerable<int> Parts => Enumerable.Range(0, row.Plan.Accumulators);

    /// <summary>Declares the accumulators before a loop; in a row that is written out the first terms do.</summary>
    public virtual void Declare()
    {
        started.UnionWith(Parts);
        DeclareAll(Name);
    }

    /// <summary>Adds terms that belong to one accumulator.</summary>
    public virtual void Add(int part, IReadOnlyList<Summand> summands)
    {
        string sum = RowCode.Tree([.. summands.Select(summand => summand.Value)], (a, b) => summands.Count > 2 ? $"({a} + {b})" : $"{a} + {b}");
        row.Writer.Line(Starts(part) ? $"{type} {Name(part)} = {sum};" : $"{Name(part)} += {sum};");
    }

    /// <summary>Closes a chunk.</summary>
    public virtual void CloseChunk()
    {
    }

    /// <summary>Brings the accumulators into the form that they are read in.</summary>
    public virtual void End()
    {
    }

    /// <summary>Declares what the terms of blocks are added to first where blocks are added one after the other: those that do not fill a group, of rows of any length, or all in a loop over blocks.</summary>
    public virtual void DeclareRest()
    {
        if (AddsEach)
            return;
        DeclareRest(Open);
        if (KeepsPairs)
            DeclareRest(Pair);
    }

    /// <summary>Adds a term of such a block.</summary>
    public virtual void AddToRest(int part, Summand summand)
    {
        if (AddsEach)
            Add(part, [summand]);
        else
            row.Writer.Line($"{Open(part)} += {summand.Value};");
    }

    /// <summary>Whether two such blocks are added to each other before the next ones are.</summary>
    public bool ClosesPairs => !AddsEach && (AddsPairs || KeepsPairs);

    /// <summary>Goes on from the first two blocks of a group to the next two.</summary>
    public virtual void ClosePair() => Close(KeepsPairs ? part => row.Writer.Line($"{Pair(part)} = {Open(part)};") : AddRest);

    /// <summary>Goes on to the next group.</summary>
    public virtual void CloseGroup() => Close(part =>
    {
        AddRest(part);
        if (KeepsPairs)
            row.Writer.Line($"{Pair(part)} = {RestType}.Zero;");
    });

    /// <summary>Adds what such blocks add up to.</summary>
    public virtual void EndRest()
    {
        if (AddsEach)
            return;
        foreach (int part in RestParts)
            AddRest(part);
    }

    /// <summary>Whether each term is added to the sum and not to others of its group.</summary>
    protected virtual bool AddsEach => row.Plan.Row.GroupBlocks < 4;

    /// <summary>Whether a group is two pairs, one added after the other.</summary>
    protected virtual bool AddsPairs => false;

    /// <summary>What terms are added to each other as.</summary>
    protected virtual string RestType => type;

    /// <summary>Adds terms of a group that have been added to each other.</summary>
    protected virtual void AddGroup(int part, IReadOnlyList<Summand> summands) => Add(part, summands);

    /// <summary>Whether a group is the sum of two pairs. Three terms in a tree are added one after the other; there are four where the overlapping block is one of them.</summary>
    protected virtual bool KeepsPairs => !AddsPairs && (row.Plan.Row.TailJoinsGroup || row.Plan.IsLoopOfBlocks);

    private IEnumerable<int> RestParts => Enumerable.Range(0, row.Plan.Accumulators);

    private string Open(int part) => $"{name}Open{part}";

    private string Pair(int part) => $"{name}Pair{part}";

    private void AddRest(int part) => AddGroup(part, KeepsPairs ? [new Summand(Pair(part)), new Summand(Open(part))] : [new Summand(Open(part))]);

    private void Close(Action<int> close)
    {
        if (!ClosesPairs)
            return;
        foreach (int part in RestParts)
        {
            close(part);
            row.Writer.Line($"{Open(part)} = {RestType}.Zero;");
        }
    }

    private void DeclareRest(Func<int, string> variable) =>
        row.Writer.Line($"{RestType} {string.Join(", ", RestParts.Select(part => $"{variable(part)} = {RestType}.Zero"))};");

    protected bool Starts(int part) => started.Add(part);

    protected string Name(int part) => $"{name}{part}";

    protected void DeclareAll(Func<int, string> variable) =>
        row.Writer.Line($"{type} {string.Join(", ", Parts.Select(part => $"{variable(part)} = {type}.Zero"))};");

    protected string Fold(Func<int, string> accumulator)
    {
        List<string> parts = [.. Parts.Select(accumulator)];
        while (parts.Count > 2)
        {
            int half = parts.Count / 2;
            parts = [.. Enumerable.Range(0, half).Select(i => $"({parts[i]} + {parts[i + half]})")];
        }

        return string.Join(" + ", parts);
    }
}

/// <summary>What is added to a sum.</summary>
/// <param name="Value">The expression for one vector.</param>
/// <param name="Factor">What it is multiplied with, if anything.</param>
/// <param name="Upper">The same for the upper half of the lanes, where each half is a vector.</param>
internal sealed record Summand(string Value, string Factor = "", Summand? Upper = null);
