using System.Globalization;
using System.Text;

namespace SoftmaxGen.Benchmarks.Output;

/// <summary>A table as GitHub renders it; columns after the first few are numbers and stand to the right.</summary>
internal sealed class MarkdownTable(int textColumns, params IEnumerable<string> header)
{
    private readonly string[] header = [.. header];
    private readonly List<string[]> rows = [];

    /// <summary>A line for each distinct name, a column for each distinct value of a property, in the order in which they come (numbers in theirs).</summary>
    public static MarkdownTable Pivot<TItem, TColumn>(
        IReadOnlyList<string> names,
        IEnumerable<TItem> items,
        Func<TItem, string[]> name,
        Func<TItem, TColumn> column,
        Func<IEnumerable<TItem>, string> cell)
        where TColumn : notnull
    {
        TItem[] all = [.. items];
        IEnumerable<TColumn> distinct = all.Select(column).Distinct();
        TColumn[] columns = [.. typeof(TColumn) == typeof(int) ? distinct.Order() : distinct];
        MarkdownTable table = new(names.Count, [.. names, .. columns.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c}"))]);
        foreach (IGrouping<string, TItem> line in all.GroupBy(item => string.Join('\n', name(item))))
        {
            ILookup<TColumn, TItem> byColumn = line.ToLookup(column);
            table.Add([.. line.Key.Split('\n'), .. columns.Select(c => byColumn.Contains(c) ? cell(byColumn[c]) : "")]);
        }

        return table;
    }

    public void Add(params IEnumerable<string> cells) => rows.Add([.. cells]);

    public override string ToString()
    {
        StringBuilder text = new();
        Append(text, header);
        Append(text, header.Select((_, column) => column < textColumns ? "---" : "--:"));
        foreach (string[] row in rows)
            Append(text, row);
        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
