using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>
/// The sum of all terms but the largest, in units of the largest. What log1p takes of it is relatively accurate
/// also where one element stands out and the logarithm is close to 0.
/// </summary>
/// <param name="finest">Whether the terms of single-precision data are computed to the last bits of double precision.</param>
internal sealed class OtherTerms(RowCode row, Exponential exponential, bool finest)
{
    private bool IsPlain => exponential.Arithmetic.Mode == AccuracyMode.Precise && exponential.Arithmetic.Compute == "double";

    public string Guard => exponential.Guard;

    /// <summary>The expression for (sum of all terms) / (largest term) - 1, a double.</summary>
    public string Ratio
    {
        get
        {
            string sum = row.Arithmetic.Compute == "float" ? "(double)SumAcross(" : "SumAcross(";
            string others = $"{sum}{row.Fold("others")}).ToScalar()";
            return $"Count({row.Fold("ties")}) - 1 + ({others}{(IsPlain ? "" : " / top.ToScalar()")})";
        }
    }

    public void Write(SourceWriter writer)
    {
        string integers = $"{row.Factory}<{row.Arithmetic.Integer}>";
        string cast = row.Arithmetic.Compute == "float" ? "AsInt32" : "AsInt64";
        writer.Line("// 2. The number of elements that are the maximum, and the sum of the terms of the others.");
        exponential.Prepare(writer, row);
        if (!IsPlain)
            writer.Line($"{row.Vector} top = {exponential.Of("max")};");
        row.Accumulate(
            [new Sum("others", row.Vector), new Sum("ties", integers, (tie, ties) => $"{ties} + {tie}")],
            term =>
            {
                string x = row.Value(term, "x");
                if (!term.Survives)
                {
                    writer.Line($"{row.Vector} {term.Name("x")} = {x};");
                    x = term.Name("x");
                }

                string tie = term.Name("tie");
                writer.Line($"{row.Vector} {tie} = Ties({x}, max);");
                string e = finest ? $"ExpPlain({x} - max)" : exponential.Of(x);
                return [row.Counted(term, $"{row.Factory}.AndNot({e}, {tie})"), $"{row.Counted(term, tie)}.{cast}()"];
            });
    }
}
