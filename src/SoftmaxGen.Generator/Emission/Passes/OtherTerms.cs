using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// The sum of all terms but the largest, in units of the largest. What log1p takes of it is relatively accurate
/// also where one element stands out and the logarithm is close to 0. For the entropy also the sum of the terms times their distances from the maximum.
/// </summary>
internal sealed class OtherTerms
{
    private readonly RowCode row;
    private readonly Exponential exponential;
    private readonly Sum others;
    private readonly TieCount ties;
    private readonly Sum? weighted;

    public OtherTerms(RowCode row, Exponential exponential, bool isWeighted = false)
    {
        this.row = row;
        this.exponential = exponential;
        others = Precision.Compute == "float" ? new WideSum(row, "others")
            : Precision is { Element: "double", IsPaired: false } && !row.Plan.Row.IsShort ? new KeptSum(row, "others")
            : exponential.Sum(row, "others");
        ties = new TieCount(row, "ties");
        if (isWeighted)
        {
            weighted = Precision.Compute == "float" ? new WideSum(row, "weighted")
                : Precision.IsPaired || Precision.Widens ? new Sum(row, "weighted", exponential.TypeAt(row))
                : new CompensatedSum(row, "weighted", keepsRest: false);
        }
    }

    /// <summary>What must hold of the maximum, if anything: floats in double precision that have none become NaN by themselves.</summary>
    public string? Guard => Precision.Widens ? null : exponential.Guard;

    /// <summary>Whether the logarithm is a pair of doubles.</summary>
    public bool IsPair => Precision.Mode == AccuracyMode.Precise;

    /// <summary>The expression for the logarithm of the sum of all terms in units of the largest.</summary>
    public string Logarithm => IsPair
        ? $"Log1p({ties.Number} - 1, {(Precision.IsPaired ? $"Ratio({others.Total}, top)" : $"new DoubleDouble({Scalar(others.Total)}, 0.0)")})"
        : LogarithmOf(Ratio);

    /// <summary>The logarithm in one double, of 1 and what stands in <paramref name="ratio"/>.</summary>
    public string LogarithmOf(string ratio) =>
        $"{(Precision.Element == "float" ? "Log1pShort" : "Log1p")}{(row.Plan.Row.Length > MostInTable ? "OfMany" : "")}({ratio})";

    // No element further below the maximum has a term that counts, and times its distance, which may be infinite, it must be nothing.
    private string Reach => Precision.Literal("-4096");

    /// <summary>Of so many elements the sum of the others, at most N - 1 in units of the largest, is within the tables of the logarithm, which end there.</summary>
    public const int MostInTable = 16;

    private ElementPrecision Precision => row.Precision;

    // Of a few doubles the terms are taken relative to the maximum; of many it is cheaper to multiply their sum.
    private bool IsBelow => Precision is { Element: "double", IsPaired: false } && row.Plan.Row.IsShort && !exponential.Tempered;

    /// <summary>The expression for the mean distance from the maximum, sum of (max - x) e^(x - max) over the sum of all terms; <c>ratio</c> is <see cref="Ratio"/>.</summary>
    public string MeanDistance
    {
        get
        {
            if (IsSingle)
                return "(e0 * distance).ToScalar() * (1.0 / DoubleConstants.Factor) / (1.0 + ratio)";
            if (Precision.IsPaired)
                return $"Ratio({weighted!.Total}, top).High / (1.0 + ratio)";
            string unit = Precision.Widens ? (IsPair ? "" : " * (1.0 / DoubleConstants.Factor)") : IsBelow ? " * DoubleConstants.ReciprocalFactor" : " * unit";
            return $"{Scalar(weighted!.Total)}{unit} / (1.0 + ratio)";
        }
    }

    /// <summary>The same of doubles with a temperature, times <c>DoubleConstants.TermUnit</c>: subnormal only where the terms are.</summary>
    public string MeanDistanceInTermUnits => Precision.IsPaired
        ? $"Ratio({weighted!.Total}, top * {row.Factory}.Create(1.0 / DoubleConstants.TermUnit)).High / (1.0 + ratio)"
        : $"{Scalar(weighted!.Total)} * (unit * DoubleConstants.TermUnit) / (1.0 + ratio)";

    /// <summary>The expression for (sum of all terms) / (largest term) - 1, a double, which <see cref="Logarithm"/> is that of.</summary>
    public string Ratio
    {
        get
        {
            if (IsSingle)
                return "e0.ToScalar() * (1.0 / DoubleConstants.Factor)";
            if (IsPair)
                return $"({ties.Number} - 1) + {(Precision.IsPaired ? $"Ratio({others.Total}, top).High" : Scalar(others.Total))}";
            string count = row.Plan.Row.Length > MostInTable ? $"{ties.Number} - 1" : $"OneLess({ties.Number})";
            if (Precision.Widens)
                return $"InUnitsOfTop({Scalar(others.Total)}, 1.0 / DoubleConstants.Factor, {count})";
            if (IsBelow)
                return $"InUnitsOfTop({Scalar(others.Total)}, DoubleConstants.ReciprocalFactor, {count})";
            if (Precision.Compute == "float")
                return $"InUnitsOfTop({Scalar(others.Total)}, unit, {count})";
            if (exponential.Tempered)
                return $"InUnitsOfTop({Scalar(others.Total)}, unit, {(others.Rest is { } lost ? $"InUnitsOfTop({Scalar(lost)}, unit, {count})" : count)})";
            if (others.Rest is { } rest)
                count = $"InUnitsOfTop({Scalar(rest)}, unit, {count})";
            return $"InUnitsOfTop({Scalar(others.Total)}, unit, unitLow, {count})";
        }
    }

    // With a temperature a maximum is soon not moderate: then x - max is formed, which is exact wherever it counts.
    private bool IsShifted => exponential.Tempered && !Precision.Widens && !IsPair;

    // The other one of two elements is the only term: its distance is the sum of both, of which one is 0 (or NaN).
    private bool IsSingle => Precision is { Widens: true, Mode: not AccuracyMode.Precise } && row.Plan.Row.Length == 2 && !exponential.Tempered;

    /// <summary>Loads a row that is written out and declares <c>max</c>, or the same for one in loops.</summary>
    public void WriteMax(SourceWriter writer)
    {
        writer.Line("// 1. The maximum, in every lane.");
        if (!Precision.Widens || row.HasLoops || row.Plan.Width < 256)
        {
            row.LoadEarly("x");
            row.Max("x");
            return;
        }

        // Floats are compared as they are: half as many steps, and the conversion of the elements need not be waited for.
        string factory = $"Vector{row.Plan.Width / 2}";
        foreach (VectorVisit term in row.Plan.Straight)
            writer.Line($"{factory}<float> {term.Name("single")} = {factory}.LoadUnsafe(ref x{(term.Offset() == "0" ? "" : $", {term.Offset()}")});");
        writer.Line($"{row.Vector} max = Widen{row.Plan.Width}(MaxAcross({RowCode.Tree([.. row.Plan.Straight.Select(term => term.Name("single"))], (a, b) => $"Max({a}, {b})")}));");
        foreach (VectorVisit term in row.Plan.Straight)
            writer.Line($"{row.Vector} {term.Name("x")} = Widen{row.Plan.Width}({term.Name("single")});");
    }

    public void Write(SourceWriter writer)
    {
        if (IsSingle)
        {
            writer.Line("// 2. The term of the smaller element.");
            if (weighted is null)
            {
                writer.Line($"{row.Vector} e0 = ExpWide(SumAcross(x0 - max));");
                return;
            }

            writer.Line($"{row.Vector} distance = Max({row.Factory}.Create({Reach}), SumAcross(x0 - max));");
            writer.Line($"{row.Vector} e0 = ExpWide(distance);");
            writer.Line("distance = -distance;");
            return;
        }

        writer.Line("// 2. The number of elements that are the maximum, and the sum of the terms of the others.");
        exponential.Prepare(writer, row);
        if (Precision.IsPaired)
            writer.Line($"{exponential.TypeAt(row)} top = {exponential.Of("max")};");
        else if (IsBelow)
            writer.Line($"{row.Vector} rest = RestOfTop(max, shift);");
        else if (exponential.Tempered && !Precision.Widens)
            writer.Line($"double unit = 1.0 / ({exponential.Of("max")}).ToScalar();");
        else if (!Precision.Widens)
            writer.Line($"double unit = UnitOfTop(max.ToScalar(), shift.ToScalar(){(Precision.Compute == "float" ? "" : ", out double unitLow")});");
        if (weighted is not null)
            writer.Line($"{row.Vector} reach = max + {row.Factory}.Create({Reach}{(exponential.Tempered ? " * temperature" : "")});");
        row.Accumulate(
            weighted is null ? [others, ties] : [others, ties, weighted],
            term =>
            {
                string tie = term.Name("tie");
                // An infinite maximum is not equal to itself where nothing else looks at it.
                writer.Line($"{row.Vector} {tie} = {(Precision.Widens ? $"Ties({X(term)} - max, {row.Vector}.Zero)" : $"Ties({X(term)}, max)")};");
                List<Summand> summands = [new Summand(row.Counted(term, $"Without({term.Name("e")}, {tie})")), new Summand(row.Counted(term, tie))];
                if (weighted is not null)
                    summands.Add(new Summand(row.Counted(term, $"{term.Name("e")} * (max - Max(reach, {X(term)}))")));
                return summands;
            },
            terms =>
            {
                foreach (VectorVisit term in terms.Where(term => IsShifted || !term.Survives))
                    writer.Line($"{row.Vector} {X(term)} = {row.Value(term, "x")}{(IsShifted ? " - shifted" : "")};");
                row.DeclareTerms(terms, exponential.TypeAt(row), Of, some =>
                {
                    if (IsBelow)
                        writer.Lines(string.Join("\n", some.Select(term => $"{row.Vector} {term.Name("e")} = {Of(term)};")));
                    else
                        exponential.Declare(row, some, X);
                });
            });
    }

    private string Of(VectorVisit term) => IsBelow ? $"ExpBelow({X(term)}, shift, lowest, rest)" : exponential.Of(X(term));

    // Sums across lanes are taken as numbers at once, but for what is kept of their rounding errors.
    private static string Scalar(string vector) =>
        vector.Contains("LostAcross") ? $"({vector}).ToScalar()" : vector.Replace("SumAcross(", "SumOf(");

    // An element is used twice, so that in a loop too it is a local.
    private string X(VectorVisit term) => IsShifted ? term.Name("y") : term.Survives ? row.Value(term, "x") : term.Name("x");
}
