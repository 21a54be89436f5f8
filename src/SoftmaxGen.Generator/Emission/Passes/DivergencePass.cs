using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>What <see cref="DivergencePass"/> computes.</summary>
internal enum DivergenceResult
{
    /// <summary>The divergence.</summary>
    Number,

    /// <summary>Its gradient with respect to the first logits.</summary>
    GradientByX,

    /// <summary>Its gradient with respect to the second logits.</summary>
    GradientByY,
}

/// <summary>
/// The Kullback-Leibler divergence of p = softmax(x) from q = softmax(y), and its gradients, for Precise: in double precision without fused operations.
/// With a = x - max, b = y - max, d = b - a and its mean D over p, the divergence is log(sum of e^b) - log(sum of e^a) - D; where that is small, it is the logarithm of
/// 1 + the mean of e^z - 1 - z, z = d - D, in which nothing cancels, as the mean of z is 0.
/// </summary>
internal sealed class DivergencePass(MemberContext context, DivergenceResult result)
    : Pass(context, result == DivergenceResult.Number ? "Divergence" : $"Divergence{result}", new(context.Element, "double", AccuracyMode.Default))
{
    /// <summary>The pass for the accuracy that is asked for.</summary>
    public static Pass Of(MemberContext context, DivergenceResult result) =>
        context.Precision.Mode == AccuracyMode.Precise ? new DivergencePass(context, result)
        : result == DivergenceResult.GradientByX && context.ArithmeticOfLogarithms.Compute == "float" ? new SingleDivergenceGradientPass(context)
        : new QuickDivergencePass(context, result);

    public override string Returns => result == DivergenceResult.Number ? "double" : "void";

    public override string Parameters => $"ref {Element} x, ref {Element} g{(result == DivergenceResult.Number ? "" : $", ref {Element} destination")}";

    protected override void WriteBody(RowCode row, string self)
    {
        bool isNumber = result == DivergenceResult.Number, needsQ = result != DivergenceResult.GradientByX;
        SequentialSum p = new(row, "sumOfP"), q = new(row, "sumOfQ"), mean = new(row, "mean");

        Writer.Line("// 1. Both maxima, in every lane.");
        row.LoadEarly("x");
        row.LoadEarly("g");
        row.Max("g", "maxOfG");
        row.Max("x");
        using (Writer.Block("if (!(IsFinite(max) && IsFinite(maxOfG)))"))
            Writer.Line(isNumber ? "return double.NaN;" : $"MemoryMarshal.CreateSpan(ref destination, {Length}).Fill({Element}.NaN);\nreturn;");
        Writer.Line($"{row.Vector} offset = maxOfG - max, offsetLow = LostBetween(maxOfG, max, offset);");

        Writer.Line();
        Writer.Line("// 2. The sums of the terms of both, and the mean of their differences.");
        List<Sum> sums = [p];
        if (needsQ)
            sums.Add(q);
        if (result != DivergenceResult.GradientByY)
            sums.Add(mean);
        row.Accumulate(sums, term =>
        {
            Differences(row, term);
            List<Summand> summands = [new(row.Counted(term, term.Name("e")))];
            if (needsQ)
                summands.Add(new(row.Counted(term, term.Name("f"))));
            if (result != DivergenceResult.GradientByY)
                summands.Add(new(row.Counted(term, $"{term.Name("e")} * {term.Name("d")}")));
            return summands;
        });
        Writer.Line($"{row.Vector} p = {p.Total};");
        if (needsQ)
            Writer.Line($"{row.Vector} q = {q.Total};");
        if (result != DivergenceResult.GradientByY)
            Writer.Line($"{row.Vector} middle = ({mean.Total}) / p;");
        if (result == DivergenceResult.GradientByX)
            Writer.Line("p += Without(middle, Ties(middle, middle)); // NaN, and nothing else, goes on to all");

        Writer.Line();
        if (isNumber)
            WriteNumber(row);
        else
            WriteGradient(row);
    }

    private void WriteNumber(RowCode row)
    {
        Writer.Line("// 3. The divergence, or where it is small the mean of e^z - 1 - z.");
        Writer.Line("double divergence = DivergenceOf(p.ToScalar(), q.ToScalar(), middle.ToScalar());");
        Writer.Lines("if (!(divergence < SmallDivergence))\n    return divergence;");
        Writer.Line($"{row.Vector} scale = ExpPlain(-middle);");
        SequentialSum rest = new(row, "rest");
        row.Accumulate([rest], term =>
        {
            if (!term.Survives)
                Differences(row, term);
            return [new(row.Counted(term, $"Excess({term.Name("e")}, {term.Name("f")} * scale, {term.Name("d")} - middle)"))];
        });
        Writer.Line($"return Log1p((({rest.Total}) / p).ToScalar(), 0.0).High;");
    }

    private void WriteGradient(RowCode row)
    {
        // Of what is masked the gradient is 0, however far the rest is.
        Writer.Line(result == DivergenceResult.GradientByX ? "// 3. p times the distance of each difference from the mean." : "// 3. q - p.");
        row.ForEach(term =>
        {
            if (!term.Survives)
                Differences(row, term);
            string e = term.Name("e");
            row.Store(result == DivergenceResult.GradientByX ? $"({e} / p) * Without(middle - {term.Name("d")}, Ties({e}, {row.Vector}.Zero))" : $"({term.Name("f")} / q) - ({e} / p)", "destination", term.Offset());
        }, isLong: true);
    }

    // The terms, and the differences of the logits from each other and from that of the maxima. What has no weight in p counts nothing.
    private void Differences(RowCode row, VectorVisit term)
    {
        (string x, string y) = (row.Value(term, "x"), row.Value(term, "g"));
        Writer.Line($"{row.Vector} {term.Name("e")} = TermFrom({x}, max);");
        if (result != DivergenceResult.GradientByX)
            Writer.Line($"{row.Vector} {term.Name("f")} = TermFrom({y}, maxOfG);");
        if (result == DivergenceResult.GradientByY)
            return;

        // A NaN beside what is masked may not be in the maximum, which an instruction forgets it for; where there is no sum of the second terms it is kept here.
        string poison = result == DivergenceResult.GradientByX ? $" + Without({y}, Ties({y}, {y}))" : "";
        Writer.Line($"{row.Vector} {term.Name("d")} = Without(DifferenceFrom({y}, {x}, offset, offsetLow), Ties({term.Name("e")}, {row.Vector}.Zero)){poison};");
    }
}
