namespace SoftmaxGen.Planning;

/// <summary>
/// How several short rows are computed at once, a row in each lane: they are transposed in groups of as many columns as
/// 128 bits hold, the last group overlapping the one before. Every sum is added in the order of the single row, so that the
/// results have the same bits.
/// </summary>
/// <param name="Row">The plan of a single row.</param>
/// <param name="Width">The vector width in bits.</param>
internal sealed record TilePlan(RowPlan Row, int Width)
{
    /// <summary>Whether rows of this length are worth transposing: longer ones fill vectors of their own, 16 columns would take all
    /// registers of AVX2, and shorter ones fill no group, but for those of three floats, which have a way of their own.</summary>
    public static bool Pays(RowPlan row) => row.Length * (long)row.ElementSize <= 64 && row.Length < 16 && row.Length >= (row.ElementSize == 4 ? 3 : 2);

    /// <summary>Whether rows are worth transposing at this width: one that fills a vector of 512 bits is not.</summary>
    public bool PaysHere => Row.Length * Row.ElementSize * 8 < 512 || Width < 512;

    /// <summary>The number of rows of a tile.</summary>
    public int Rows => Width / 8 / Row.ElementSize;

    /// <summary>The number of columns of a group, and of rows in each 128-bit part of a vector.</summary>
    public int Group => 16 / Row.ElementSize;

    /// <summary>Whether a row is one element short of a group.</summary>
    public bool IsTriple => Row is { Length: 3, ElementSize: 4 };

    /// <summary>Whether the lanes have the order of the rows: what belongs to a row, as its label does, is in its lane then.</summary>
    public bool IsInOrder { get; init; }

    /// <summary>Whether a row is a group, so that the rows of a tile are whole vectors as they lie in memory; neighbors are in different parts of a vector then.</summary>
    public bool IsWhole => Row.Length == Group && !IsInOrder;

    /// <summary>The first column of each group.</summary>
    public IEnumerable<int> Groups
    {
        get
        {
            int column = 0;
            for (; column + Group <= Row.Length; column += Group)
                yield return column;
            if (column < Row.Length)
                yield return Row.Length - Group;
        }
    }

    /// <summary>The sum of all columns, as an expression in the order of the single row.</summary>
    public string Sum(Func<int, string> column)
    {
        int lanes = Row.BlockLanes;
        string?[] sums = new string?[lanes];
        for (int k = 0; k < Row.Length; k++)
        {
            int lane = Row.IsPartial || k < Row.FullBlocks * lanes ? k % lanes : k - (Row.Length - lanes);
            sums[lane] = sums[lane] is null ? column(k) : $"({sums[lane]} + {column(k)})";
        }

        while (lanes > 1)
        {
            lanes /= 2;
            for (int i = 0; i < lanes; i++)
            {
                // A lane of a partial row that holds nothing adds 0.
                if (sums[i + lanes] is { } upper)
                    sums[i] = lanes == 1 ? $"{sums[i]} + {upper}" : $"({sums[i]} + {upper})";
            }
        }

        return sums[0]!;
    }
}
