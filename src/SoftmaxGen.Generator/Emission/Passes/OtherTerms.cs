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

    /// <summary>The expression for the logarithm of the sum of all terms in units of the largest, a double.</summary>
    public string Logarithm => $"{(exponential is { Finest: false, Arithmetic.Element: "float" } ? "Log1pShort" : "Log1p")}({Ratio})";

    // (sum of all terms) / (largest term) - 1, a double.
    private string Ratio
    {
        get
        {
            string ratio = exponential.TopIsKnown ? exponential.InUnitsOfTop($"({others.Total}).ToScalar()")
                : $"Ratio({(others.Rest is { } rest ? $"new Pair{row.Plan.Width}({others.Total}, {rest})" : others.Total)}, top)";
            return $"Count({ties.Folded}) - 1 + {ratio}";
        }
    }

    public void Write(SourceWriter writer)
    {
        string cast = row.Arithmetic.Compute == "float" ? "AsInt32" : "AsInt64";
        writer.Line("// 2. The number of elements that are the maximum, and the sum of the terms of the others.");
        exponential.Prepare(writer, row);
        if (!exponential.TopIsKnown)
            writer.Line($"{exponential.TypeAt(row)} top = {exponential.Of("max")};");
        row.Accumulate(
            [others, ties],
            term =>
            {
                string tie = term.Name("tie");
                writer.Line($"{row.Vector} {tie} = Ties({X(term)}, max);");
                return [new Summand(row.Counted(term, $"Without({term.Name("e")}, {tie})")), new Summand($"{row.Counted(term, tie)}.{cast}()")];
            },
            terms =>
            {
                foreach (Term term in terms.Where(term => !term.Survives))
                    writer.Line($"{row.Vector} {X(term)} = {row.Value(term, "x")};");
                exponential.Declare(row, terms, X);
            });
    }

    // An element is used twice, so that in a loop too it is a local.
    private string X(Term term) => term.Survives ? row.Value(term, "x") : term.Name("x");
}
