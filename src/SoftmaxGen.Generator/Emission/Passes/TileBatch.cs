using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>A tile of short rows, transposed: a row in each lane.</summary>
internal sealed class TileBatch(RowCode row, TilePlan tile, string single) : RowBatch(row, single)
{
    protected override int Rows => tile.Rows;

    public override void WriteLoop()
    {
        Exponential exponential = new(Row.Precision);
        TileColumns columns = TileColumns.Of(Row, tile);
        List<string> x = [.. Enumerable.Range(0, tile.Columns).Select(k => $"x{k}")];
        foreach ((int column, int from) in tile.Shared)
            Writer.Line($"{Row.Vector} {TilePlan.Mask(column)} = {Row.Factory}.Create({Length} >= {RowCode.Number(from)} ? -1{(Row.Precision.Compute == "float" ? "" : "L")} : 0).As{(Row.Precision.Compute == "float" ? "Single" : "Double")}();");

        using (Writer.Block(Loop))
        {
            Writer.Line($"// 1. {Rows} rows, transposed: x{tile.Columns - 1} holds the last elements of all rows. The maximum of each row.");
            columns.Load();
            Writer.Line($"{Row.Vector} max = {RowCode.Tree([.. x], (a, b) => $"Max({a}, {b})")};");
            using (Writer.Block("if (AreModerate(max))"))
            {
                Writer.Line("// 2. The terms e^(x - max), up to a power of two for each row, and their sums.");
                exponential.Prepare(Writer, Row);
                WriteTerms(exponential, x);
                Quotients quotients = new(Row);
                if (exponential.IsSplit(Row.Plan.Row))
                {
                    for (int k = 0; k < tile.Columns; k++)
                        Writer.Line($"{Row.Vector} high{k} = High(x{k});");
                    quotients.Declare(Row.Vector, $"({tile.Sum(k => $"high{k}")}) + ({tile.Sum(k => $"(x{k} - high{k})")})");
                }
                else
                {
                    quotients.Declare(Row.Vector, tile.Sum(k => $"x{k}"));
                }

                Writer.Line();
                Writer.Line("// 3. The terms over their sums, transposed back.");
                foreach (string term in x)
                    Writer.Line($"{term} = {quotients.Of(term)};");
                columns.Store();
            }

            using (Writer.Block("else"))
                OneByOne();
            Writer.Line();
            Advance();
        }
    }

    // In step where there are registers for all columns and for what several terms need at the same time.
    private void WriteTerms(Exponential exponential, IReadOnlyList<string> x)
    {
        if (tile.Columns <= (Row.Plan.Width == 512 ? 12 : 4))
        {
            exponential.Assign(Row, [.. x.Select(column => (column, column))]);
            return;
        }

        foreach (string column in x)
            Writer.Line($"{column} = {exponential.Of(column)};");
    }
}
