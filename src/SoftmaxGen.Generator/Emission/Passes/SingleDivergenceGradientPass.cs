using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// The gradient of the divergence by x of floats, for Default and Fast: p_i (D - d_i), where d_i is y_i - x_i from that of the maxima and D its mean over p. The terms are those of softmax; D is in double precision:
/// where the differences are close to each other they may be far from 0, and what they are rounded by there would count.
/// </summary>
internal sealed class SingleDivergenceGradientPass(MemberContext context) : Pass(context, "DivergenceGradientByX", context.ArithmeticOfLogarithms)
{
    public override string Parameters => $"ref {Element} x, ref {Element} g, ref {Element} destination";

    protected override void WriteBody(RowCode row, string self)
    {
        string wide = $"{row.Factory}<double>", allNaN = $"{{\n    MemoryMarshal.CreateSpan(ref destination, {Length}).Fill(float.NaN);\n    return;\n}}";

        Writer.Line("// 1. Both maxima, in every lane.");
        row.LoadEarly("x");
        row.LoadEarly("g");
        row.Max("g", "maxOfG");
        row.Max("x");
        Writer.Lines($"if (!(IsFinite(max) && IsFinite(maxOfG)))\n{allNaN}");

        // Of a maximum that is not moderate the distances from it are the exponents.
        Writer.Line($"{row.Vector} origin = IsModerate(max) ? {row.Vector}.Zero : max, shift = Shift(max - origin), lowest = Lowest(max - origin);");
        Writer.Line($"{wide} top = WidenLower(max), topOfG = WidenLower(maxOfG);");

        Writer.Line();
        Writer.Line("// 2. The sum of the terms, and the mean of the differences.");
        HalvesSum total = new(row, "total"), mean = new(row, "mean");
        row.Accumulate([total, mean], term =>
        {
            // What stands in an earlier vector has a difference of its own, which may be infinite, and is no part of a sum either.
            string e = row.Local(term, "counted", row.Counted(term, term.Name("e")), row.Vector, needed: true), x = term.Name("a"), y = row.Counted(term, term.Name("b"));
            Summand Half(string widen, Summand? upper) => new($"{widen}({e})", $"(({widen}({y}) - topOfG) - ({widen}({x}) - top))", upper);
            Summand both = Half("WidenLower", Half("WidenUpper", null));
            return [both with { Factor = "", Upper = both.Upper! with { Factor = "" } }, both];
        }, terms =>
        {
            foreach (VectorVisit term in terms)
                Terms(row, term);
        });
        Writer.Line($"double sum = ({total.Total}).ToScalar(), middle = ({mean.Total}).ToScalar() / sum;");
        Writer.Lines($"if (double.IsNaN(middle))\n{allNaN}");
        Writer.Line("SumInParts(topOfG.ToScalar(), top.ToScalar(), middle, out float high, out float low, out float least);");
        Writer.Line($"{row.Vector} scale = {row.Factory}.Create((float)(1.0 / sum)), mid = {row.Factory}.Create(high), midLow = {row.Factory}.Create(low), midLeast = {row.Factory}.Create(least);");

        Writer.Line();
        Writer.Line("// 3. p times the distance of each difference from the mean.");
        row.ForEach(term =>
        {
            if (!term.Survives)
                Terms(row, term);
            row.Store($"Without(({term.Name("e")} * scale) * (LessDifference(mid, midLow, {term.Name("b")}, {term.Name("a")}) + midLeast), {term.Name("far")})", "destination", term.Offset());
        }, isLong: true);
    }

    // The terms. What has no weight in p counts nothing, however far it is, but for a NaN beside it.
    private void Terms(RowCode row, VectorVisit term)
    {
        (string x, string y, string far) = (term.Name("a"), term.Name("b"), term.Name("far"));
        Writer.Line($"{row.Vector} {x} = {row.Value(term, "x")}, {y} = {row.Value(term, "g")}, {far} = {row.Factory}.LessThan({x}, max - {row.Factory}.Create(SingleConstants.Reach));");
        Writer.Line($"{row.Vector} {term.Name("e")} = Without(Exp({x} - origin, shift, lowest), {far});");
        Writer.Line($"{x} = {row.Factory}.ConditionalSelect({far}, max, {x});");
        Writer.Line($"{y} = {row.Factory}.ConditionalSelect({far}, Max(maxOfG, {y}), {y});");
    }
}
