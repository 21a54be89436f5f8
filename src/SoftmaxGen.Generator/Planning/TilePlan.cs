using System.Globalization;

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

    /// <summary>Whether rows are worth transposing at this width: one that fills a vector of 512 bits is not, nor at others where rows of any length share 16 columns, which take all registers of AVX2.</summary>
    public bool PaysHere => Width == 512 ? Row.Length * Row.ElementSize * 8 < 512 : Columns < 16 || !Row.IsAny;

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

    /// <summary>
    /// The number of columns. Rows of several lengths share that of the longest: those of the overlapping block are counted from the end of a row, in whole groups,
    /// and what of the first of these an earlier column holds does not count.
    /// </summary>
    public int Columns => Row.IsAny ? (Row.Length + Group - 1) / Group * Group : Row.Length;

    /// <summary>The first column of each group.</summary>
    public IEnumerable<int> Groups
    {
        get
        {
            int column = 0;
            for (; column + Group <= Columns; column += Group)
                yield return column;
            if (column < Columns)
                yield return Columns - Group;
        }
    }

    /// <summary>Where a column is in a row, as an expression.</summary>
    public string Offset(int column) => column < Row.BlockLanes || !Row.IsAny ? Text(column) : $"{Row.Text - (Columns - column)}";

    /// <summary>Of rows of several lengths: the columns that an earlier one may hold, with the shortest row for which none does.</summary>
    public IEnumerable<(int Column, int From)> Shared =>
        !Row.IsAny ? [] : Enumerable.Range(Row.BlockLanes, Group - 1).Select(column => (column, Columns + Row.BlockLanes - column));

    /// <summary>The name of the mask of such a column.</summary>
    public static string Mask(int column) => $"counted{Text(column)}";

    /// <summary>The sum of all columns, as an expression in the order of the single row.</summary>
    public string Sum(Func<int, string> column)
    {
        int lanes = Row.BlockLanes;
        string?[] sums = new string?[lanes];
        HashSet<int> shared = [.. Shared.Select(static pair => pair.Column)];
        for (int k = 0; k < Columns; k++)
        {
            int lane = Row.IsPartial || k < Row.FullBlocks * lanes ? k % lanes : k - (Columns - lanes);
            string term = shared.Contains(k) ? $"({column(k)} & {Mask(k)})" : column(k);
            sums[lane] = sums[lane] is null ? term : $"({sums[lane]} + {term})";
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

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
