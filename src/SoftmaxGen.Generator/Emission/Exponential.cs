using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>How the terms e^(x - max) of a row are spelt: the calls of the kernel that the accuracy chooses.</summary>
/// <param name="Tempered">Whether x is divided by a temperature; then <c>inverse</c> and its companions are in scope.</param>
/// <param name="Finest">Whether single-precision data is computed to the last bits of double precision.</param>
/// <param name="Tested">Whether a rounding test follows, so that terms of single-precision data may depend on the processor.</param>
internal sealed record Exponential(ElementPrecision Precision, bool Tempered = false, bool Finest = false, bool Tested = false)
{
    /// <summary>The type of a term at one width.</summary>
    public string TypeAt(RowCode row) => Precision.IsPaired ? $"Pair{row.Plan.Width}" : row.Vector;

    /// <summary>
    /// The sum of such terms. Pairs keep rounding errors themselves; in double precision those of single-precision data do not matter,
    /// and in single precision those of the last additions do not.
    /// </summary>
    public Sum Sum(RowCode row, string name)
    {
        if (Precision.IsPaired || Precision.Widens)
            return new Sum(row, name, TypeAt(row));
        if (IsSplit(row.Plan.Row))
            return new SplitSum(row, name);
        return new CompensatedSum(row, name, keepsRest: Precision is { Compute: "double", Mode: not AccuracyMode.Fast } && !row.Plan.Row.IsShort);
    }

    /// <summary>The sum that terms are divided by.</summary>
    /// <param name="lacksLargest">Whether the largest term may be left out of it.</param>
    public Sum Denominator(RowCode row, string name, bool lacksLargest = false) =>
        IsWide(row.Plan.Row) ? new WideSum(row, name)
        : Precision is { Compute: "double", Element: "double", Mode: not AccuracyMode.Precise } && IsSplitByAddition(row.Plan.Row) ? new LongSplitSum(row, name, lacksLargest)
        : Sum(row, name);

    // Fast saves the price of it where the sum is a large part of the work.
    private bool IsSplitByAddition(RowPlan row) => Precision.Mode == AccuracyMode.Fast ? row.Length > 64 : !row.IsShort;

    /// <summary>Whether the sum of single-precision terms is a double: of long rows, where that costs next to nothing.</summary>
    public bool IsWide(RowPlan row) => Precision.Compute == "float" && IsLong(row);

    /// <summary>Whether a row of floats has more vectors than are written out at any width.</summary>
    public static bool IsLong(RowPlan row) => row.Length > 128;

    /// <summary>Whether the terms of a row are split to be summed: where few are so many that the roundings of their sum would count.</summary>
    public bool IsSplit(RowPlan row) => Precision is { Compute: "double", Element: "double", Mode: AccuracyMode.Default } && row is { IsShort: true, Length: > 4 };

    /// <summary>Whether the maximum is one that the terms can be taken against.</summary>
    public string Guard => Precision.Widens ? "IsFinite(max)" : Tempered ? "IsModerate(max * inverse)" : "IsModerate(max)";

    /// <summary>Declares what the terms need of the maximum.</summary>
    public void Prepare(SourceWriter writer, RowCode row)
    {
        if (Precision.Widens)
            return;
        string shift = Precision.IsPaired ? "ShiftPlain" : "Shift";
        writer.Line($"{row.Vector} shift = {shift}({(Tempered ? "max, steps" : "max")});");
        writer.Line($"{row.Vector} lowest = Lowest({(Tempered ? "max, temperatures" : "max")});");
    }

    /// <summary>Declares the terms <c>e</c> of vectors, in step where there are enough of them.</summary>
    /// <param name="x">The elements of a vector.</param>
    public void Declare(RowCode row, IReadOnlyList<VectorVisit> terms, Func<VectorVisit, string> x) =>
        Assign(row, [.. terms.Select(term => (term.Name("e"), x(term)))], TypeAt(row) + " ");

    /// <summary>Assigns the terms of vectors to variables, in step where there are enough of them.</summary>
    /// <param name="type">What stands before a variable, where it is declared: its type and a space.</param>
    public void Assign(RowCode row, IReadOnlyList<(string Variable, string X)> terms, string type = "")
    {
        int inStep = InStep(row.Plan.Width), together = inStep > 1 ? terms.Count / inStep * inStep : 0;
        for (int first = 0; first < together; first += inStep)
            AssignInStep(row, [.. terms.Skip(first).Take(inStep)], type);
        foreach ((string variable, string x) in terms.Skip(together))
            row.Writer.Line($"{type}{variable} = {Of(x)};");
    }

    // As many as there are registers for, where the elements themselves are kept as well. Those that are asked for rarely have no such kernel.
    private int InStep(int width) =>
        Tempered || Finest || Tested || Precision is { Widens: true, Mode: not AccuracyMode.Precise } ? 1
        : Precision.IsPaired || (Precision is { Compute: "double", Widens: false } && width < 512) ? 2
        : RowPlan.MostInStep;

    private void AssignInStep(RowCode row, IReadOnlyList<(string Variable, string X)> terms, string type)
    {
        if (Precision.IsPaired)
        {
            row.Writer.Line($"{Kernel}({string.Join(", ", terms.Select(term => term.X))}, shift, lowest, {string.Join(", ", terms.Select(term => $"out {type}{term.Variable}"))});");
            return;
        }

        foreach ((string variable, string x) in terms)
        {
            if (variable != Argument(x))
                row.Writer.Line($"{type}{variable} = {Argument(x)};");
        }

        string vectors = string.Join(", ", terms.Select(term => $"ref {term.Variable}"));
        row.Writer.Line($"{Kernel}({vectors}{(Precision.Widens ? "" : ", shift, lowest")});");
    }

    /// <summary>The term of one vector.</summary>
    /// <param name="lowest">What smaller elements are raised to.</param>
    public string Of(string x, string lowest = "lowest")
    {
        if (Precision.Widens)
            return $"{Kernel}({Argument(x)})";
        return Tempered ? $"{Kernel}Tempered({x}, shift, lowest, steps, stepHigh, stepLow, inverse{(Precision.IsPaired ? ", inverseRest" : "")})" : $"{Kernel}({x}, shift, {lowest})";
    }

    private string Kernel => Precision.Widens ? (Finest ? "ExpPlain" : Tested ? "ExpTested" : Precision.Mode == AccuracyMode.Precise ? "ExpPrecise" : "ExpWide")
        : Precision.IsPaired ? "ExpPair"
        : "Exp";

    private string Argument(string x) => !Precision.Widens ? x : Tempered ? $"({x} - max) * inverse" : $"{x} - max";
}
