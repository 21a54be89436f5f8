using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// The same as <see cref="TransposedColumns"/> for a length that is known, written out: each kernel between a pass and an instruction adds local variables, and with those of a kernel for a whole group
/// .NET 8 and 9 stop inlining in rows of 10 floats at 128 bits.
/// </summary>
internal sealed class UnrolledColumns(RowCode row, TilePlan tile) : TileColumns(row, tile)
{
    public override void Load()
    {
        int loaded = 0;
        foreach (int first in Tile.Groups)
        {
            string[] rows = Names("r", first);
            for (int k = 0; k < Tile.Group; k++)
                Writer.Line($"{Row.Vector} {rows[k]} = Gather{Tile.Width}(ref x, {Place(first, k)});");
            string[] columns = Transpose(rows, Names("t", first));
            for (int k = Math.Max(0, loaded - first); k < Tile.Group; k++)
                Writer.Line($"{Row.Vector} x{first + k} = {columns[k]};");
            loaded = first + Tile.Group;
        }
    }

    public override void Store()
    {
        foreach (int first in Tile.Groups)
        {
            string[] rows = Transpose([.. Enumerable.Range(first, Tile.Group).Select(k => $"x{k}")], Names("u", first));
            for (int k = 0; k < Tile.Group; k++)
                Writer.Line($"Scatter({rows[k]}, ref destination, {Place(first, k)});");
        }
    }

    // The first element of a vector, and the distance of the rows in its 128-bit parts.
    private string Place(int first, int k) => $"{RowCode.Number((k * Length) + first)}, {RowCode.Number(Tile.Group * Length)}";

    // The temporaries are written, the results are expressions.
    private string[] Transpose(string[] v, string[] temporaries)
    {
        if (Tile.Group == 2)
            return [$"ZipLow({v[0]}, {v[1]})", $"ZipHigh({v[0]}, {v[1]})"];
        string[] t = temporaries;
        Writer.Line($"{Row.Vector} {t[0]} = ZipLow({v[0]}, {v[1]}), {t[1]} = ZipLow({v[2]}, {v[3]});");
        Writer.Line($"{Row.Vector} {t[2]} = ZipHigh({v[0]}, {v[1]}), {t[3]} = ZipHigh({v[2]}, {v[3]});");
        return [$"ZipPairsLow({t[0]}, {t[1]})", $"ZipPairsHigh({t[0]}, {t[1]})", $"ZipPairsLow({t[2]}, {t[3]})", $"ZipPairsHigh({t[2]}, {t[3]})"];
    }

    private string[] Names(string stem, int first) => [.. Enumerable.Range(0, Tile.Group).Select(k => $"{stem}{first}_{k}")];
}
