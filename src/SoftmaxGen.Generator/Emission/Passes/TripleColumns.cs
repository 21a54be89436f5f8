using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// Four rows of three floats are three vectors of 128 bits: loaded as they are, and sorted by columns. A row is no whole vector,
/// so that one loaded by itself would read beyond the last row.
/// </summary>
internal sealed class TripleColumns(RowCode row, TilePlan tile) : TileColumns(row, tile)
{
    // AVX-512 sorts whole vectors, the others each 128-bit part.
    private bool IsWhole => Tile.Width == 512;

    public override void Load()
    {
        for (int k = 0; k < Length; k++)
            Writer.Line($"{Row.Vector} r{k} = {(IsWhole ? $"{Row.Factory}.LoadUnsafe(ref x, {k * Row.Plan.Lanes})" : $"Gather{Tile.Width}(ref x, {k * Tile.Group}, {Tile.Group * Length})")};");
        Writer.Line($"{(IsWhole ? "SplitRowsOfThree" : "SplitTriples")}(r0, r1, r2, out {Row.Vector} x0, out {Row.Vector} x1, out {Row.Vector} x2);");
    }

    public override void Store()
    {
        Writer.Line($"{(IsWhole ? "JoinRowsOfThree" : "JoinTriples")}(x0, x1, x2, out r0, out r1, out r2);");
        for (int k = 0; k < Length; k++)
        {
            if (IsWhole)
                Writer.Line($"r{k}.StoreUnsafe(ref destination, {k * Row.Plan.Lanes});");
            else
                Writer.Line($"Scatter(r{k}, ref destination, {k * Tile.Group}, {Tile.Group * Length});");
        }
    }
}
