using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>Groups of columns, transposed within each 128-bit part: 4 by 4 floats, or 2 by 2 doubles.</summary>
internal sealed class TransposedColumns(RowCode row, TilePlan tile) : TileColumns(row, tile)
{
    public override void Load()
    {
        HashSet<int> loaded = [];
        foreach (int first in Tile.Groups)
        {
            string[] rows = Names("r", first);
            for (int k = 0; k < Tile.Group; k++)
                Writer.Line($"{Row.Vector} {rows[k]} = {(Tile.IsWhole ? Row.Load("x", RowCode.Number(k * Row.Plan.Lanes)) : Gather((k * Length) + first))};");
            string[] columns = Transpose(rows, Names("t", first));
            for (int k = 0; k < Tile.Group; k++)
            {
                if (loaded.Add(first + k))
                    Writer.Line($"{Row.Vector} x{first + k} = {columns[k]};");
            }
        }
    }

    public override void Store()
    {
        foreach (int first in Tile.Groups)
        {
            string[] columns = Enumerable.Range(first, Tile.Group).Select(k => $"x{k}").ToArray();
            string[] rows = Transpose(columns, Names("u", first));
            for (int k = 0; k < Tile.Group; k++)
            {
                if (Tile.IsWhole)
                    Row.Store(rows[k], "destination", RowCode.Number(k * Row.Plan.Lanes));
                else
                    Scatter(rows[k], (k * Length) + first);
            }
        }
    }

    // The temporaries are written, the results are expressions.
    private string[] Transpose(string[] v, string[] temporaries)
    {
        if (Tile.Group == 2)
            return [$"ZipLow({v[0]}, {v[1]})", $"ZipHigh({v[0]}, {v[1]})"];
        Writer.Line($"{Row.Vector} {temporaries[0]} = ZipLow({v[0]}, {v[1]}), {temporaries[1]} = ZipLow({v[2]}, {v[3]});");
        Writer.Line($"{Row.Vector} {temporaries[2]} = ZipHigh({v[0]}, {v[1]}), {temporaries[3]} = ZipHigh({v[2]}, {v[3]});");
        return
        [
            $"ZipPairsLow({temporaries[0]}, {temporaries[1]})", $"ZipPairsHigh({temporaries[0]}, {temporaries[1]})",
            $"ZipPairsLow({temporaries[2]}, {temporaries[3]})", $"ZipPairsHigh({temporaries[2]}, {temporaries[3]})",
        ];
    }

    private string[] Names(string stem, int first) => Enumerable.Range(0, Tile.Group).Select(k => $"{stem}{first}_{k}").ToArray();
}
