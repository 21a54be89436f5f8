namespace SoftmaxGen.Emission;

/// <summary>A pass with a temperature over each of any number of contiguous rows.</summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="single">The pass over one row.</param>
/// <param name="labelled">Whether each row has a label, and what is divided by the temperature.</param>
internal sealed class TemperedRowsPass(MemberContext context, Pass single, bool labelled = false) : Pass(context, single.Name + "Rows", single.Precision)
{
    public override IEnumerable<int> Widths => single.Widths;

    public override string Parameters => $"ref {Element} x, {Element} temperature, {(labelled ? "ref int label, " : "")}ref {Element} destination, int rows";

    // In double precision, and for logarithms, there is room enough for any temperature.
    private bool Rescales => !single.Precision.Widens && single is not TemperedLogSoftmaxPass;

    protected override bool Counts(RowCode row) => true;

    public override bool IsComposed => true;

    protected override void WriteBody(RowCode row, string self)
    {
        using (Writer.Block("for (; rows > 0; rows--)"))
        {
            if (Rescales)
            {
                using (Writer.Block("if (!HasConstants(temperature))"))
                    Writer.Line(Call(row, "destination", $"Rescale(ref x, temperature, ref destination, {Length})"));
            }

            using (Rescales ? Writer.Block("else") : default)
                Writer.Line(Call(row, "x", "temperature"));
            RowBatch.Advance(Writer, Length);
            if (labelled)
                Writer.Line("label = ref Unsafe.Add(ref label, 1);");
        }
    }

    private string Call(RowCode row, string x, string temperature) =>
        $"{single.AtMost(row.Plan.Width)}(ref {x}, {temperature}, {(labelled ? "label, temperature, " : "")}ref destination{Length.Argument});";
}
