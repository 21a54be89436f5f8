using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>The sum of all elements of a column, as an expression in the order in which a row of as many elements is added up: block by block in each lane, and the lanes half onto half.</summary>
/// <param name="row">The cut of the row.</param>
/// <param name="element">An element, as an expression.</param>
internal sealed class ColumnSum(RowPlan row, Func<int, string> element)
{
    public string Expression => Part(0, 1);

    /// <summary>The sum of every so many lanes from one on, as an expression.</summary>
    public string Part(int lane, int stride)
    {
        string sum = Fold(lane, stride)!;
        return sum[0] == '(' && row.Length > 1 ? sum.Substring(1, sum.Length - 2) : sum;
    }

    // A lane beyond a short row adds 0.
    private string? Fold(int lane, int stride)
    {
        if (stride == row.BlockLanes)
            return Lane(lane);
        string? lower = Fold(lane, 2 * stride), upper = Fold(lane + stride, 2 * stride);
        return upper is null ? lower : $"({lower} + {upper})";
    }

    private string? Lane(int lane)
    {
        if (row.IsPartial)
            return lane < row.Length ? element(lane) : null;
        List<string> blocks = [.. Enumerable.Range(0, row.FullBlocks).Select(block => element((block * row.BlockLanes) + lane))];
        string? last = lane >= row.BlockLanes - row.Remainder ? element(row.Length - row.BlockLanes + lane) : null;
        if (row.TailJoinsGroup && last is not null)
            blocks.Add(last);
        string? sum = null;
        for (int block = 0; block < blocks.Count; block += row.GroupBlocks)
            Add(RowCode.Tree(blocks.GetRange(block, Math.Min(row.GroupBlocks, blocks.Count - block)), (a, b) => $"({a} + {b})"));
        if (!row.TailJoinsGroup && last is not null)
            Add(last);
        return sum;

        void Add(string term) => sum = sum is null ? term : $"({sum} + {term})";
    }
}
