using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>The losses and the gradients of a tile of short rows of floats, transposed: a row in each lane, with the bits that it has alone.</summary>
internal sealed class LossTile(RowCode row, TilePlan tile)
{
    private SourceWriter Writer => row.Writer;

    private int Length => tile.Row.Length;

    public void Declare()
    {
        Writer.Line("// How many rows are left of a tile that is computed row by row.");
        Writer.Line("int alone = 0;");
    }

    /// <summary>Writes what goes on with the next row after a tile, and falls through for a row that is computed alone.</summary>
    public void Write()
    {
        using (Writer.Block($"if (alone == 0 && rows >= {tile.Rows})"))
        {
            Writer.Line($"// {tile.Rows} rows, transposed: x{Length - 1} holds the last elements of all rows.");
            TileColumns columns = TileColumns.Of(row, tile);
            columns.Load();
            Writer.Line($"{row.Factory}<int> labels = {row.Factory}.LoadUnsafe(ref label);");
            Writer.Line($"{row.Vector} max = {RowCode.Tree([.. X], (a, b) => $"Max({a}, {b})")};");
            using (Writer.Block($"if (AreModerate(max) && !{row.Factory}.EqualsAny(labels, {row.Factory}.Create(ignoreIndex)))"))
            {
                WriteTile();
                columns.Store();
                using (Writer.Block("if (held > 0)"))
                {
                    Writer.Line("loss = AddLosses(ref parts, held, loss);");
                    Writer.Line("held = 0;");
                }

                Writer.Line($"StoreLosses(ref parts, others, own, lowest, ownX);");
                Writer.Line($"loss = AddLosses(ref parts, {tile.Rows}, loss);");
                RowBatch.Advance(Writer, new RowLength(tile.Rows * Length));
                Writer.Line($"label = ref Unsafe.Add(ref label, {tile.Rows});");
                Writer.Line($"rows -= {tile.Rows};");
                Writer.Line("continue;");
            }

            Writer.Line();
            Writer.Line($"alone = {tile.Rows};");
        }

        Writer.Line();
        Writer.Line("alone = Math.Max(alone - 1, 0);");
    }

    private IEnumerable<string> X => Enumerable.Range(0, Length).Select(k => $"x{k}");

    private void WriteTile()
    {
        Exponential exponential = new(row.Precision);
        Quotients quotients = new(row);
        Writer.Line($"{row.Vector} ownX = x0;");
        for (int k = 1; k < Length; k++)
            Writer.Line($"ownX = AtLabel(labels, {k}, x{k}, ownX);");
        exponential.Prepare(Writer, row);
        Writer.Line($"{row.Vector} own = {exponential.Of("ownX")};");
        foreach (string term in X)
            Writer.Line($"{term} = {exponential.Of(term)};");
        Writer.Line($"{row.Vector} others = {tile.Sum(k => $"AtLabel(labels, {k}, {row.Vector}.Zero, x{k})")};");
        quotients.Declare(row.Vector, "others + own");
        Writer.Line($"{row.Vector} weights = {row.Factory}.Create(weight);");
        Writer.Line($"{row.Vector} atLabel = ({row.Vector}.Zero - (others / total)) * weights;");
        bool isScaled = quotients.Scale("weights");
        for (int k = 0; k < Length; k++)
            Writer.Line($"x{k} = AtLabel(labels, {k}, atLabel, {(isScaled ? quotients.Of($"x{k}") : $"({quotients.Of($"x{k}")}) * weights")});");
    }
}
