namespace SoftmaxGen.Emission;

/// <summary>
/// The sum of all terms but the largest, in units of the largest. What log1p takes of it is relatively accurate
/// also where one element stands out and the logarithm is close to 0.
/// </summary>
internal sealed class OtherTerms(RowCode row, Exponential exponential)
{
    private readonly Sum others = exponential.Sum(row, "others");
    private readonly Sum ties = new(row, "ties", $"{row.Factory}<{row.Arithmetic.Integer}>");

    public string Guard => exponential.Guard;

    /// <summary>The expression for (sum of all terms) / (largest term) - 1, a double.</summary>
    public string Ratio
    {
        get
        {
            return $"Count({ties.Folded}) - 1 + {(exponential.TopIsOne ? $"({others.Total}).ToScalar()" : $"Ratio({(others.Rest is { } rest ? $"new Pair{row.Plan.Width}({others.Total}, {rest})" : others.Total)}, top)")}";
        }
    }

    public void Write(SourceWriter writer)
    {
        string cast = row.Arithmetic.Compute == "float" ? "AsInt32" : "AsInt64";
        writer.Line("// 2. The number of elements that are the maximum, and the sum of the terms of the others.");
        exponential.Prepare(writer, row);
        if (!exponential.TopIsOne)
            writer.Line($"{exponential.TopTypeAt(row)} top = {exponential.Top};");
        row.Accumulate([others, ties], term =>
        {
            string x = row.Value(term, "x");
            if (!term.Survives)
            {
                writer.Line($"{row.Vector} {term.Name("x")} = {x};");
                x = term.Name("x");
            }

            string tie = term.Name("tie");
            writer.Line($"{row.Vector} {tie} = Ties({x}, max);");
            return [new Summand(row.Counted(term, $"Without({exponential.Of(x)}, {tie})")), new Summand($"{row.Counted(term, tie)}.{cast}()")];
        });
    }
}
