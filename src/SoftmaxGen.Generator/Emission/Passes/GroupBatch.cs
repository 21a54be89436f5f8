using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// Two or four rows that fill vectors of their own. What takes longest to wait for, the reductions over lanes and the division, is done
/// for all of them at once, and the maxima of the next rows are taken while these are under way.
/// </summary>
internal sealed class GroupBatch(RowCode row, string single) : RowBatch(row, single)
{
    private static readonly string[] AllNames = ["A", "B", "C", "D"];

    private readonly Exponential exponential = new(row.Precision);
    private readonly Sum sum = new Exponential(row.Precision).Denominator(row, "sum");
    private readonly Quotients quotients = new(row);
    private readonly int vectors = row.Plan.Straight.Count();

    protected override int Rows => vectors * 4 <= MostTerms(Row) * 2 / 3 ? 4 : 2;

    private IEnumerable<string> Names => AllNames.Take(Rows);

    private IEnumerable<string> Terms => Row.Plan.Straight.Select(term => term.Name("e"));

    /// <summary>Whether rows are written out in whole vectors, and their sums leave no rest that is reduced on its own.</summary>
    public static bool Pays(RowCode row) =>
        row.Plan is { Width: >= 256, IsStraight: true, Accumulators: > 0 }
        && 2 * row.Plan.Straight.Count() <= MostTerms(row)
        && new Exponential(row.Precision).Denominator(row, "sum").Rest is null;

    // The terms of all rows wait in registers: AVX-512 has 32 of them, AVX2 16, and what computes doubles needs more of these.
    private static int MostTerms(RowCode row) => row.Plan.Width == 512 ? 24 : row.Precision.Compute == "float" ? 12 : 6;

    public override void WriteLoop()
    {
        RowLength count = Rows * Length;

        Writer.Line($"{Row.Vector} max = rows >= {Rows} ? {MaxOfEach("x")} : default;");
        using (Writer.Block(Loop))
        {
            Writer.Line("// The last rows have none after them, and stand for those.");
            Writer.Line($"ref {Row.Precision.Element} next = ref Unsafe.Add(ref x, rows >= {2 * Rows} ? {count} : 0);");
            using (Writer.Block("if (AreModerate(max))"))
            {
                exponential.Prepare(Writer, Row);
                foreach ((string name, int k) in Names.Select((name, k) => (name, k)))
                {
                    string results = string.Join(", ", Outputs.Select(output => $"out {Row.Vector} {output}{name}"));
                    Writer.Line($"{Row.Vector} sum{name} = Terms{Suffix}({At("x", k)}, OfRow{name}(shift), OfRow{name}(lowest), {results}{Length.Argument});");
                }

                Writer.Line();
                Writer.Line($"max = {MaxOfEach("next")};");
                quotients.Declare(Row.Vector, string.Join(" + ", Enumerable.Range(0, sum.Folds.Count).Select(fold => $"SumAcross({string.Join(", ", Names.Select(name => Fold(fold) + name))})")));
                foreach ((string name, int k) in Names.Select((name, k) => (name, k)))
                    Writer.Line($"Quotients{Suffix}({At("destination", k)}, {string.Join(", ", quotients.Divisors.Select(divisor => $"OfRow{name}({divisor})"))}, {string.Join(", ", Terms.Select(term => term + name))}{Length.Argument});");
            }

            using (Writer.Block("else"))
            {
                OneByOne();
                Writer.Line($"max = {MaxOfEach("next")};");
            }

            Writer.Line();
            Advance();
        }
    }

    public override void WriteParts()
    {
        WriteMax();
        WriteTerms();
        WriteQuotients();
    }

    // What the method for the terms of a row gives back besides the first fold of their sum.
    private IEnumerable<string> Outputs => [.. Enumerable.Range(1, sum.Folds.Count - 1).Select(Fold), .. Terms];

    private static string Fold(int fold) => fold == 0 ? "sum" : "rest";

    private void WriteMax()
    {
        using (Part($"/// <summary>The maxima of {Rows} rows, in vectors for <c>OfRowA</c> and the like.</summary>", $"MaxOfEach{Suffix}(ref {Row.Precision.Element} x{Length.Parameter})", Row.Vector))
        {
            Row.DeclareTail();
            foreach ((string name, int k) in Names.Select((name, k) => (name, k)))
                Writer.Line($"{Row.Vector} max{name} = {RowCode.Tree([.. Row.Plan.Straight.Select(term => MaxOperand(k, term))], (a, b) => $"Max({a}, {b})")};");
            Writer.Line($"return MaxAcross({string.Join(", ", Names.Select(name => $"max{name}"))});");
        }
    }

    private string MaxOfEach(string reference) => $"MaxOfEach{Suffix}(ref {reference}{Length.Argument})";

    private string MaxOperand(int k, VectorVisit term) =>
        Length.IsAny ? Row.Load(At("x", k).Substring("ref ".Length), term.Offset()) : Row.Load("x", RowCode.Number((k * Length.Number) + term.Slot.Offset));

    private void WriteTerms()
    {
        string results = string.Join(", ", Outputs.Select(output => $"out {Row.Vector} {output}"));
        TermStore store = new(Row, exponential);
        using (Part("/// <summary>The terms of one row, and their sum lane by lane.</summary>", $"Terms{Suffix}(ref {Row.Precision.Element} x, {Row.Vector} shift, {Row.Vector} lowest, {results}{Length.Parameter})", Row.Vector))
        {
            Row.DeclareCut();
            Row.LoadEarly("x");
            Row.Accumulate([sum], term => [new Summand(Row.Counted(term, store.Keep(term)))], terms => exponential.Assign(Row, [.. terms.Select(term => (term.Name("e"), Row.Value(term, "x")))]));
            for (int fold = 1; fold < sum.Folds.Count; fold++)
                Writer.Line($"{Fold(fold)} = {sum.Folds[fold]};");
            Writer.Line($"return {sum.Folds[0]};");
        }
    }

    private void WriteQuotients()
    {
        using (Part("/// <summary>Stores the terms of one row over their sum.</summary>", $"Quotients{Suffix}(ref {Row.Precision.Element} destination, {string.Join(", ", quotients.Divisors.Concat(Terms).Select(vector => $"{Row.Vector} {vector}"))}{Length.Parameter})", "void"))
        {
            Row.DeclareTail();
            foreach (VectorVisit term in Row.Plan.Straight)
                Row.Store(quotients.Of(term.Name("e")), "destination", term.Offset());
        }
    }

    private SourceWriter.Scope Part(string summary, string signature, string returns)
    {
        Writer.Line();
        Writer.Line(summary);
        Writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        return Writer.Block($"private static {returns} {signature}");
    }

    private string At(string reference, int k) => k == 0 ? $"ref {reference}" : $"ref Unsafe.Add(ref {reference}, {k * Length})";
}
