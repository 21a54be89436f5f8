using System.Text;

namespace SoftmaxGen.Benchmarks.Output;

/// <summary>A table as GitHub renders it; columns after the first few are numbers and stand to the right.</summary>
internal sealed class MarkdownTable(int textColumns, params IEnumerable<string> header)
{
    private readonly string[] header = [.. header];
    private readonly List<string[]> rows = [];

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
