using System.Globalization;
using Spectre.Console;

namespace DigitClassifier.Report;

/// <summary>How tables and numbers look.</summary>
internal static class Tables
{
    /// <summary>A table whose columns all hold numbers.</summary>
    public static Table Numbers(params string[] headers)
    {
        Table table = new() { Border = TableBorder.Simple };
        foreach (string header in headers)
            table.AddColumn(new TableColumn(header).RightAligned().NoWrap());
        return table;
    }

    public static string Percent(double share) => double.IsNaN(share) ? "-" : Text($"{100 * share:F1} %");

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
