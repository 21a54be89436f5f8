using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>The softmax of several short rows at once, a row in each lane.</summary>
internal sealed class TilePass(MemberContext context) : SeveralRowsPass(context, "SoftmaxTile")
{
    // A tile needs as many rows as a vector has lanes, whatever the length of a row.
    public override IEnumerable<int> Widths => new TilePlan(Plan, 512).PaysHere ? [512, 256, 128] : [256, 128];

    public override int RowsAt(int width) => new TilePlan(Plan, width).Rows;

    protected override void WriteBody(RowCode row, string self)
    {
        TilePlan tile = new(Plan, row.Plan.Width);
        Exponential exponential = new(Arithmetic);

        Writer.Line($"// 1. {tile.Rows} rows, transposed: x3 holds the elements 3 of all rows. The maximum of each row.");
        HashSet<int> loaded = [];
        foreach (int first in tile.Groups)
            Load(row, tile, first, loaded);
        Writer.Line($"{row.Vector} max = {RowCode.Tree([.. Enumerable.Range(0, Length).Select(k => $"x{k}")], (a, b) => $"Max({a}, {b})")};");
        OneByOneUnlessModerate(row);

        Writer.Line();
        Writer.Line("// 2. The terms e^(x - max), up to a power of two for each row, and their sums.");
        exponential.Prepare(Writer, row);
        for (int k = 0; k < Length; k++)
            Writer.Line($"x{k} = {exponential.Of($"x{k}")};");
        Quotients quotients = new(row);
        quotients.Declare(row.Vector, tile.Sum(k => $"x{k}"));

        Writer.Line();
        Writer.Line("// 3. The terms over their sums, transposed back.");
        for (int k = 0; k < Length; k++)
            Writer.Line($"x{k} = {quotients.Of($"x{k}")};");
        foreach (int first in tile.Groups)
            Store(row, tile, first);
    }

    private void Load(RowCode row, TilePlan tile, int first, HashSet<int> loaded)
    {
        string[] rows = Names("r", first, tile.Group);
        for (int k = 0; k < tile.Group; k++)
            Writer.Line($"{row.Vector} {rows[k]} = Gather{tile.Width}(ref x, {(k * Length) + first}, {tile.Group * Length});");
        string[] columns = Transpose(row, tile, rows, Names("t", first, tile.Group));
        for (int k = 0; k < tile.Group; k++)
        {
            if (loaded.Add(first + k))
                Writer.Line($"{row.Vector} x{first + k} = {columns[k]};");
        }
    }

    private void Store(RowCode row, TilePlan tile, int first)
    {
        string[] columns = Enumerable.Range(first, tile.Group).Select(k => $"x{k}").ToArray();
        string[] rows = Transpose(row, tile, columns, Names("u", first, tile.Group));
        for (int k = 0; k < tile.Group; k++)
            Writer.Line($"Scatter({rows[k]}, ref destination, {(k * Length) + first}, {tile.Group * Length});");
    }

    // Within each 128-bit part: 4 by 4 floats, or 2 by 2 doubles. The temporaries are written, the results are expressions.
    private string[] Transpose(RowCode row, TilePlan tile, string[] v, string[] temporaries)
    {
        if (tile.Group == 2)
            return [$"ZipLow({v[0]}, {v[1]})", $"ZipHigh({v[0]}, {v[1]})"];
        Writer.Line($"{row.Vector} {temporaries[0]} = ZipLow({v[0]}, {v[1]}), {temporaries[1]} = ZipLow({v[2]}, {v[3]});");
        Writer.Line($"{row.Vector} {temporaries[2]} = ZipHigh({v[0]}, {v[1]}), {temporaries[3]} = ZipHigh({v[2]}, {v[3]});");
        return
        [
            $"ZipPairsLow({temporaries[0]}, {temporaries[1]})", $"ZipPairsHigh({temporaries[0]}, {temporaries[1]})",
            $"ZipPairsLow({temporaries[2]}, {temporaries[3]})", $"ZipPairsHigh({temporaries[2]}, {temporaries[3]})",
        ];
    }

    private static string[] Names(string stem, int first, int count) =>
        Enumerable.Range(0, count).Select(k => $"{stem}{first}_{k}").ToArray();
}
