namespace SoftmaxGen.Emission;

/// <summary>The softmax of as many rows of two floats as fit a vector: nothing has to be moved but neighbours swapped.</summary>
internal sealed class PairRowsPass(MemberContext context) : SeveralRowsPass(context, "SoftmaxPairTile")
{
    /// <summary>Whether rows are such pairs.</summary>
    public static bool Fits(MemberContext context) => context.Element == "float" && context.Length == 2;

    public override IEnumerable<int> Widths => [512, 256, 128];

    public override int RowsAt(int width) => width / 64;

    protected override void WriteBody(RowCode row, string self)
    {
        Exponential exponential = new(Arithmetic);

        Writer.Line($"// 1. {RowsAt(row.Plan.Width)} rows, and the maximum of each in both its lanes.");
        Writer.Line($"{row.Vector} v = {row.Factory}.LoadUnsafe(ref x);");
        Writer.Line($"{row.Vector} max = Max(v, SwapNeighbours(v));");
        OneByOneUnlessModerate(row);

        Writer.Line();
        Writer.Line("// 2. The terms e^(x - max), up to a power of two for each row.");
        exponential.Prepare(Writer, row);
        Writer.Line($"{row.Vector} e = {exponential.Of("v")};");

        Writer.Line();
        Writer.Line("// 3. The terms over their sums.");
        Quotients quotients = new(row);
        quotients.Declare(row.Vector, "e + SwapNeighbours(e)");
        Writer.Line($"({quotients.Of("e")}).StoreUnsafe(ref destination);");
    }
}
