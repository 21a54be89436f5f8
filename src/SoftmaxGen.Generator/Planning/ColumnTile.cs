namespace SoftmaxGen.Planning;

/// <summary>How many columns of a matrix are computed at a time.</summary>
/// <param name="Length">N, the number of elements of a column.</param>
/// <param name="ElementSize">The size of an element in bytes.</param>
/// <param name="FewestLines">How many lines of a cache of each row are moved at a time at least, if memory is enough: a short run is not fetched ahead.</param>
internal sealed record ColumnTile(int Length, int ElementSize, int FewestLines = 1)
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
            int fewest = FewestLines * Line, fitting = Bytes / ElementSize / Length;
            if (fitting < fewest)
                fitting = Math.Min(MostBytes / ElementSize / Length, fewest);
            return fitting >= Line ? fitting / Line * Line : Math.Max(fitting, 1);
        }
    }

    /// <summary>The number of elements of a tile.</summary>
    public int Elements => Columns * Length;
}
