namespace SoftmaxGen.Planning;

/// <summary>How many columns of a matrix are computed at a time.</summary>
/// <param name="Length">N, the number of elements of a column.</param>
/// <param name="ElementSize">The size of an element in bytes.</param>
internal sealed record ColumnTile(int Length, int ElementSize)
{
    // Half of a small first cache: what is read and written next has room beside it.
    private const int Bytes = 16384;

    // As much as any thread has room for, beside what the passes keep.
    private const int MostBytes = 65536;

    /// <summary>The number of columns whose elements are on a line of a cache, which is read and written whole.</summary>
    public int Line => 64 / ElementSize;

    /// <summary>The number of columns: whole lines as long as they fit.</summary>
    public int Columns
    {
        get
        {
            int fitting = Bytes / ElementSize / Length;
            return fitting >= Line ? fitting / Line * Line : Math.Max(Math.Min(MostBytes / ElementSize / Length, Line), 1);
        }
    }

    /// <summary>The number of elements of a tile.</summary>
    public int Elements => Columns * Length;
}
