namespace SoftmaxGen.Emission;

/// <summary>
/// The sum of all terms but the largest, in units of the largest. What log1p takes of it is relatively accurate
/// also where one element stands out and the logarithm is close to 0.
/// </summary>
internal sealed class OtherTerms(RowCode row, Exponential exponential)
{
    public string Guard => exponential.Guard;

    /// <summary>The expression for (sum of all terms) / (largest term) - 1, a double.</summary>
    public string Ratio
    {
        get
        {
            string others = $"SumAcross({row.Fold("others")})";
            return $"Count({row.Fold("ties")}) - 1 + {(exponential.TopIsOne ? $"{others}.ToScalar()" : $"Ratio({others}, top)")}";
        }
    }

    public void Write(SourceWriter writer)
    {
        string type = exponential.TypeAt(row);
        string integers = $"{row.Factory}<{row.Arithmetic.Integer}>";
        string cast = row.Arithmetic.Compute == "float" ? "AsInt32" : "AsInt64";
        writer.Line("// 2. The number of elements that are the maximum, and the sum of the terms of the others.");
        exponential.Prepare(writer, row);
        if (!exponential.TopIsOne)
            writer.Line($"{exponential.TopTypeAt(row)} top = {exponential.Top};");
        row.Accumulate([new Sum("others", type, !row.Arithmetic.IsPaired), new Sum("ties", integers, false)], term =>
        {
            string x = row.Value(term, "x");
            if (!term.Survives)
            {
                writer.Line($"{row.Vector} {term.Name("x")} = {x};");
                x = term.Name("x");
            }

            string tie = term.Name("tie");
            writer.Line($"{row.Vector} {tie} = Ties({x}, max);");
            return [row.Counted(term, $"Without({exponential.Of(x)}, {tie})"), $"{row.Counted(term, tie)}.{cast}()"];
        });
    }
}
