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

        TileColumns columns = TileColumns.Of(row, tile);

        Writer.Line($"// 1. {tile.Rows} rows, transposed: x{Length - 1} holds the last elements of all rows. The maximum of each row.");
        columns.Load();
        Writer.Line($"{row.Vector} max = {RowCode.Tree([.. Enumerable.Range(0, Length).Select(k => $"x{k}")], (a, b) => $"Max({a}, {b})")};");
        OneByOneUnlessModerate(row);

        Writer.Line();
        Writer.Line("// 2. The terms e^(x - max), up to a power of two for each row, and their sums.");
        exponential.Prepare(Writer, row);
        for (int k = 0; k < Length; k++)
            Writer.Line($"x{k} = {exponential.Of($"x{k}")};");
        Quotients quotients = new(row);
        if (exponential.IsSplit(Plan))
        {
            for (int k = 0; k < Length; k++)
                Writer.Line($"{row.Vector} high{k} = High(x{k});");
            quotients.Declare(row.Vector, $"({tile.Sum(k => $"high{k}")}) + ({tile.Sum(k => $"(x{k} - high{k})")})");
        }
        else
        {
            quotients.Declare(row.Vector, tile.Sum(k => $"x{k}"));
        }

        Writer.Line();
        Writer.Line("// 3. The terms over their sums, transposed back.");
        for (int k = 0; k < Length; k++)
            Writer.Line($"x{k} = {quotients.Of($"x{k}")};");
        columns.Store();
    }
}
