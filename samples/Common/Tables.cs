using System.Globalization;
using Spectre.Console;

namespace Samples.Common;

/// <summary>How tables and numbers look.</summary>
public static class Tables
{
    /// <summary>A table whose columns all hold numbers.</summary>
    public static Table Numbers(params string[] headers)
    {
        Table table = new() { Border = TableBorder.Simple };
        foreach (string header in headers)
            table.AddColumn(new TableColumn(header).RightAligned().NoWrap());
        return table;
    }

    /// <summary>A table whose first column holds names and the others numbers.</summary>
    public static Table NamedNumbers(params string[] headers)
    {
        Table table = Numbers(headers);
        table.Columns[0].LeftAligned();
        return table;
    }

    /// <summary>Names and what they stand for, line by line.</summary>
    public static Grid Facts(params IEnumerable<(string Name, string Value)> facts)
    {
        Grid grid = new Grid().AddColumn().AddColumn();
        foreach ((string name, string value) in facts)
            grid.AddRow(Markup.Escape(name), $"[bold]{Markup.Escape(value)}[/]");
        return grid;
    }

    public static string Percent(double share) => double.IsNaN(share) ? "-" : Text($"{100 * share:F1} %");

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
