using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>Groups of columns, transposed within each 128-bit part: 4 by 4 floats, or 2 by 2 doubles.</summary>
internal sealed class TransposedColumns(RowCode row, TilePlan tile) : TileColumns(row, tile)
{
    public override void Load()
    {
        if (Tile.IsWhole)
        {
            foreach (int k in Vectors)
                Writer.Line($"{Row.Vector} x{k} = {Row.Load("x", RowCode.Number(k * Row.Plan.Lanes))};");
            Transpose();
            return;
        }

        int loaded = 0;
        foreach (int first in Tile.Groups)
        {
            string columns = string.Join(", ", Enumerable.Range(first, Tile.Group).Select(k => k < loaded ? "out _" : $"out {Row.Vector} x{k}"));
            Writer.Line($"RowsToColumns{Tile.Width}(ref x, {Tile.Offset(first)}, {Length}, {columns});");
            loaded = first + Tile.Group;
        }
    }

    public override void Store()
    {
        if (Tile.IsWhole)
        {
            Transpose();
            foreach (int k in Vectors)
                Row.Store($"x{k}", "destination", RowCode.Number(k * Row.Plan.Lanes));
            return;
        }

        foreach (int first in Tile.Groups)
            Writer.Line($"ColumnsToRows({string.Join(", ", Enumerable.Range(first, Tile.Group).Select(k => $"x{k}"))}, ref destination, {Tile.Offset(first)}, {Length});");
    }

    private IEnumerable<int> Vectors => Enumerable.Range(0, Tile.Group);

    private void Transpose() => Writer.Line($"Transpose({string.Join(", ", Vectors.Select(k => $"ref x{k}"))});");
}
