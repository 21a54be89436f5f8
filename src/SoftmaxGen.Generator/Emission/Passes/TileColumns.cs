using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>Writes how the rows of a tile become columns <c>x0</c>, <c>x1</c>, …, and columns become rows again.</summary>
internal abstract class TileColumns(RowCode row, TilePlan tile)
{
    protected RowCode Row => row;

    protected TilePlan Tile => tile;

    protected SourceWriter Writer => row.Writer;

    protected RowLength Length => tile.Row.Text;

    /// <summary>The way that fits the length of a row.</summary>
    public static TileColumns Of(RowCode row, TilePlan tile) =>
        tile.IsTriple ? new TripleColumns(row, tile)
        : tile.IsWhole || tile.Row.IsAny ? new TransposedColumns(row, tile)
        : new UnrolledColumns(row, tile);

    /// <summary>Declares the columns.</summary>
    public abstract void Load();

    /// <summary>Stores the columns as rows.</summary>
    public abstract void Store();
}
