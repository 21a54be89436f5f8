namespace SoftmaxGen.Emission;

/// <summary>A pass over one row, and over a vector beside it where there is one, for each of any number of contiguous rows.</summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="single">The pass over one row.</param>
/// <param name="hasVector">Whether there is a vector.</param>
internal sealed class EachRowPass(MemberContext context, Pass single, bool hasVector) : Pass(context, single.Name + "Rows", single.Precision)
{
    public override IEnumerable<int> Widths => single.Widths;

    public override string Parameters => $"ref {Element} x, {(hasVector ? $"ref {Element} g, " : "")}ref {Element} destination, int rows";

    protected override bool Counts(RowCode row) => true;

    public override bool IsComposed => true;

    protected override void WriteBody(RowCode row, string self)
    {
        using (Writer.Block("for (; rows > 0; rows--)"))
        {
            Writer.Line($"{single.MethodAt(row.Plan.Width)}(ref x, {(hasVector ? "ref g, " : "")}ref destination{Length.Argument});");
            RowBatch.Advance(Writer, Length);
            if (hasVector)
                Writer.Line($"g = ref Unsafe.Add(ref g, {Length});");
        }
    }
}
