namespace SoftmaxGen.Emission;

/// <summary>The softmax of several short rows at once, with the bits that each would have alone.</summary>
internal abstract class SeveralRowsPass(MemberContext context, string name) : Pass(context, name, context.Arithmetic)
{
    private readonly SoftmaxPass single = new(context);

    protected override string Parameters => $"ref {Element} x, ref {Element} destination";

    /// <summary>The number of rows at one vector width.</summary>
    public abstract int RowsAt(int width);

    /// <summary>Leaves rows to the pass for one row if the maximum of any is not a moderate number.</summary>
    protected void OneByOneUnlessModerate(RowCode row)
    {
        using (Writer.Block("if (!AreModerate(max))"))
        {
            int width = Plan.Widths.First(width => width <= row.Plan.Width);
            Writer.Lines($"for (int row = 0; row < {RowsAt(row.Plan.Width)}; row++)\n    {single.MethodAt(width)}(ref Unsafe.Add(ref x, row * {Length}), ref Unsafe.Add(ref destination, row * {Length}));");
            Writer.Line("return;");
        }
    }
}
