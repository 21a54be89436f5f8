using System.Globalization;
using SoftmaxGen.Benchmarks.Accuracy;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Output;

/// <summary>Errors as tables and as a CSV file.</summary>
internal static class ErrorTables
{
    private const string Header = "member,type,implementation,inputs,n,rows,max_ulp";

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>A line for each implementation, a column for each length: the largest error over all kinds of rows.</summary>
    public static MarkdownTable ByLength(IReadOnlyList<ErrorOfMember> errors, Member member) =>
        Table(errors, member, error => error.Length);

    /// <summary>A line for each implementation, a column for each kind of rows: the largest error over all lengths.</summary>
    public static MarkdownTable ByInputs(IReadOnlyList<ErrorOfMember> errors, Member member) =>
        Table(errors, member, error => error.Inputs);

    /// <summary>For each implementation on the paper's data: errors in unit roundoffs, and how near they come to the bound.</summary>
    public static MarkdownTable Paper(IReadOnlyList<PaperRow> rows)
    {
        MarkdownTable table = new(2, "result", "implementation", "mean error / u", "largest error / u", "mean bound / u", "largest error / bound");
        foreach (IGrouping<(Member, string), PaperRow> group in rows.GroupBy(row => (row.Member, row.Implementation)))
        {
            table.Add(
                group.Key.Item1.ToString(),
                group.Key.Item2,
                group.Average(row => row.Error).ToString("0.00", Culture),
                group.Max(row => row.Error).ToString("0.00", Culture),
                group.Average(row => row.Bound).ToString("0.0", Culture),
                group.Max(row => row.Error / row.Bound).ToString("0.000", Culture));
        }

        return table;
    }

    public static IEnumerable<string> Lines(IEnumerable<ErrorOfMember> errors) => errors
        .Select(e => string.Create(Culture, $"{e.Member.ToString().ToLowerInvariant()},{e.Type},{e.Implementation},{e.Inputs},{e.Length},{e.Rows},{e.MaxUlp:0.####}"))
        .Prepend(Header);

    private static MarkdownTable Table<TColumn>(IEnumerable<ErrorOfMember> errors, Member member, Func<ErrorOfMember, TColumn> column)
        where TColumn : notnull => MarkdownTable.Pivot(
            ["type", "implementation"],
            errors.Where(error => error.Member == member),
            error => [error.Type, error.Implementation],
            column,
            cell => Ulp(cell.Max(error => error.MaxUlp)));

    private static string Ulp(double error) => error switch
    {
        double.PositiveInfinity => "∞",
        < 1 => error.ToString("0.0000", Culture),
        < 100 => error.ToString("0.0", Culture),
        < 100_000 => error.ToString("0", Culture),
        _ => error.ToString("0.0e0", Culture),
    };
}
