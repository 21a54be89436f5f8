using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>As many rows of two floats as fit a vector: nothing has to be moved but neighbours swapped.</summary>
internal sealed class PairBatch(RowCode row, string single) : RowBatch(row, single)
{
    protected override int Rows => Row.Plan.Width / 64;

    public override void WriteLoop()
    {
        Exponential exponential = new(Row.Precision);
        using (Writer.Block(Loop))
        {
            Writer.Line($"// 1. {Rows} rows, and the maximum of each in both its lanes.");
            Writer.Line($"{Row.Vector} v = {Row.Factory}.LoadUnsafe(ref x);");
            Writer.Line($"{Row.Vector} max = Max(v, SwapNeighbours(v));");
            using (Writer.Block("if (AreModerate(max))"))
            {
                Writer.Line("// 2. The terms e^(x - max), up to a power of two for each row.");
                exponential.Prepare(Writer, Row);
                Writer.Line($"{Row.Vector} e = {exponential.Of("v")};");

                Writer.Line();
                Writer.Line("// 3. The terms over their sums.");
                Quotients quotients = new(Row);
                quotients.Declare(Row.Vector, "e + SwapNeighbours(e)");
                Writer.Line($"({quotients.Of("e")}).StoreUnsafe(ref destination);");
            }

            using (Writer.Block("else"))
                OneByOne();
            Writer.Line();
            Advance();
        }
    }
}
