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
