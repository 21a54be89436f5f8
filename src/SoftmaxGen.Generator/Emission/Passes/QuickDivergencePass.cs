using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// <see cref="DivergencePass"/> for Default and Fast: with fused operations and the terms of the accuracy. Floats are computed in double precision but for the gradient by y, of which no logarithm is a part:
/// a difference of two that is small beside both has all its digits then.
/// </summary>
internal sealed class QuickDivergencePass(MemberContext context, DivergenceResult result)
    : Pass(context, result == DivergenceResult.Number ? "Divergence" : $"Divergence{result}", PrecisionOf(context, result))
{
    public override string Returns => result == DivergenceResult.Number ? "double" : "void";

    public override string Parameters => $"ref {Element} x, ref {Element} g{(result == DivergenceResult.Number ? "" : $", ref {Element} destination")}";

    private bool IsByX => result == DivergenceResult.GradientByX;

    private bool IsByY => result == DivergenceResult.GradientByY;

    private static ElementPrecision PrecisionOf(MemberContext context, DivergenceResult result) =>
        result == DivergenceResult.GradientByY ? context.ArithmeticOfLogarithms : new(context.Element, "double", AccuracyMode.Default);

    protected override void WriteBody(RowCode row, string self)
    {
        Exponential exponential = new(Precision);
        Sum p = SumOf("sumOfP"), q = SumOf("sumOfQ"), mean = new SequentialSum(row, "mean");

        Writer.Line("// 1. Both maxima, in every lane.");
        row.LoadEarly("x");
        row.LoadEarly("g");
        row.Max("g", "maxOfG");
        row.Max("x");
        using (Writer.Block("if (!(IsFinite(max) && IsFinite(maxOfG)))"))
            Writer.Lines(result == DivergenceResult.Number ? "return double.NaN;" : $"MemoryMarshal.CreateSpan(ref destination, {Length}).Fill({Element}.NaN);\nreturn;");
        if (!Precision.Widens)
        {
            // Of a maximum that is not moderate the distances from it are the exponents.
            Prepare(row, "max", "");
            if (!IsByX)
                Prepare(row, "maxOfG", "OfG");
        }

        if (!IsByY)
            Writer.Line($"{row.Vector} offset = maxOfG - max, offsetLow = LostBetween(maxOfG, max, offset){(Precision.Widens ? "" : $", farthest = (max - origin) - {row.Factory}.Create(FarBelow)")};");

        Writer.Line();
        Writer.Line($"// 2. The sums of the terms{(IsByX ? "" : " of both")}{(IsByY ? "." : ", and the mean of their differences.")}");
        List<Sum> sums = [p];
        if (!IsByX)
            sums.Add(q);
        if (!IsByY)
            sums.Add(mean);
        row.Accumulate(sums, term =>
        {
            List<Summand> summands = [new(row.Counted(term, term.Name("e")))];
            if (!IsByX)
                summands.Add(new(row.Counted(term, term.Name("f"))));
            if (!IsByY)
                summands.Add(new(row.Counted(term, $"{term.Name("e")} * {term.Name("d")}")));
            return summands;
        }, terms => AllTerms(row, terms));

        Writer.Line();
        switch (result)
        {
            case DivergenceResult.Number:
                WriteNumber(row, p, q, mean);
                break;
            case DivergenceResult.GradientByX:
                Writer.Line("// 3. p times the distance of each difference from the mean.");
                Writer.Line($"{row.Vector} p = {p.Total}, middle = ({mean.Total}) / p;");
                Writer.Line("p += Without(middle, Ties(middle, middle)); // NaN, and nothing else, goes on to all");
                Writer.Line($"{row.Vector} scale = Reciprocal(p);");
                row.ForEach(term =>
                {
                    string e = term.Name("e"), d = term.Name("d");
                    if (!term.Survives)
                        Terms(row, term);
                    row.Store($"({e} * scale) * Without(middle - {d}, Ties({e}, {row.Vector}.Zero))", "destination", term.Offset());
                }, isLong: true);
                break;
            default:
                Writer.Line("// 3. q - p.");
                Writer.Line($"{row.Vector} scale = {Reciprocal(p)}, scaleOfG = {Reciprocal(q)};");
                row.ForEach(term =>
                {
                    if (!term.Survives)
                        Terms(row, term);
                    row.Store($"({term.Name("f")} * scaleOfG) - ({term.Name("e")} * scale)", "destination", term.Offset());
                }, isLong: true);
                break;
        }

        Sum SumOf(string name) => IsByY ? exponential.Denominator(row, name) : new SequentialSum(row, name);

        string Reciprocal(Sum sum) => sum is WideSum wide ? $"Reciprocal{row.Plan.Width}({wide.Scalar})" : $"Reciprocal({sum.Total})";
    }

    private void Prepare(RowCode row, string max, string of) =>
        Writer.Line($"{row.Vector} origin{of} = IsModerate({max}) ? {row.Vector}.Zero : {max}, shift{of} = Shift({max} - origin{of}), lowest{of} = Lowest({max} - origin{of});");

    private void WriteNumber(RowCode row, Sum p, Sum q, Sum mean)
    {
        Writer.Line("// 3. The divergence, or where it is small the mean of e^z - 1 - z.");
        string unit = Precision.Widens ? "(1.0 / DoubleConstants.Factor)" : "UnitOf((max - origin).ToScalar())", unitOfG = Precision.Widens ? unit : "UnitOf((maxOfG - originOfG).ToScalar())";
        Writer.Line($"double p = ({p.Total}).ToScalar(), middle = ({mean.Total}).ToScalar() / p, unit = {unit}, unitOfG = {unitOfG};");
        Writer.Line($"double divergence = (Log1pOfMany((({q.Total}).ToScalar() * unitOfG) - 1.0) - Log1pOfMany((p * unit) - 1.0)) - middle;");
        Writer.Lines("if (!(divergence < SmallDivergence))\n    return divergence;");
        Writer.Line($"{row.Vector} mid = {row.Factory}.Create(middle), scale = ExpPlain(-mid){(Precision.Widens ? "" : $" * {row.Factory}.Create(unitOfG / unit)")};");
        SequentialSum rest = new(row, "rest");
        row.Accumulate([rest], term => [new(row.Counted(term, $"Excess({term.Name("e")}, {term.Name("f")} * scale, {term.Name("d")} - mid)"))], terms => AllTerms(row, terms.Where(static term => !term.Survives)));
        Writer.Line($"return Log1pOfMany(({rest.Total}).ToScalar() / p);");
    }

    private void AllTerms(RowCode row, IEnumerable<VectorVisit> terms)
    {
        foreach (VectorVisit term in terms)
            Terms(row, term);
    }

    // The terms, and the differences of the logits from each other and from that of the maxima. What has no weight in p counts nothing.
    private void Terms(RowCode row, VectorVisit term)
    {
        (string x, string y, string e, string f) = (row.Value(term, "x"), row.Value(term, "g"), term.Name("e"), term.Name("f"));
        if (IsByY)
        {
            Writer.Line($"{row.Vector} {e} = {(Precision.Widens ? $"ExpWide({x} - max)" : $"Exp({x} - origin, shift, lowest)")};");
            Writer.Line($"{row.Vector} {f} = {(Precision.Widens ? $"ExpWide({y} - maxOfG)" : $"Exp({y} - originOfG, shiftOfG, lowestOfG)")};");
            return;
        }

        string a = term.Name("a"), far = term.Name("far");
        Writer.Line($"{row.Vector} {a} = {x} - {(Precision.Widens ? "max" : "origin")}, {far} = {row.Factory}.LessThan({a}, {(Precision.Widens ? $"{row.Factory}.Create(-FarBelow)" : "farthest")});");
        Writer.Line($"{row.Vector} {e} = Without({(Precision.Widens ? $"ExpWide({a})" : $"Exp({a}, shift, lowest)")}, {far});");
        if (!IsByX)
            Writer.Line($"{row.Vector} {f} = {(Precision.Widens ? $"ExpWide({y} - maxOfG)" : $"Exp({y} - originOfG, shiftOfG, lowestOfG)")};");

        // 0 and never -0. A NaN beside what is masked may not be in the maximum, which an instruction forgets it for; where there is no sum of the second terms it is kept here.
        string poison = IsByX ? $" + Without({y}, Ties({y}, {y}))" : "";
        Writer.Line($"{row.Vector} {term.Name("d")} = Without(DifferenceFrom({y}, {x}, offset, offsetLow), {far}){poison};");
    }
}
