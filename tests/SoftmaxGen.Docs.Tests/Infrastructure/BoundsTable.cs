using System.Globalization;
using System.Text.Json;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Docs.Tests.Infrastructure;

/// <summary>The table of what is promised, from the bounds that the tests use, and of the worst that long searches have found.</summary>
internal static class BoundsTable
{
    private static readonly Dictionary<(string, string, string, int), double> Found = ReadFound();

    public static string Render() =>
        "| | Accuracy | `float` | found | `double` | found |\n|---|---|--:|--:|--:|--:|\n"
        + string.Concat(Bounds.All.Select(bound => bound.Quantity).Distinct().SelectMany(Rows));

    /// <summary>What that makes of probabilities in 16 bits, from each length on for which it is another number.</summary>
    public static string RenderSixteenBits()
    {
        int[] starts = [.. Bounds.All.Where(bound => bound is { Type: SoftmaxElementTypes.Single } && bound.Quantity == Quantity.Probability).Select(bound => bound.From).Distinct().Order()];
        string Row(string name, SoftmaxElementTypes type, SoftmaxAccuracy accuracy) => $"| {name} | " + string.Join(" | ", starts.Select(start =>
            (Math.Ceiling(Bounds.RoundedTo(type, Bounds.For<float>(Quantity.Probability, accuracy, start)) * 1e4) / 1e4).ToString("0.0000", CultureInfo.InvariantCulture))) + " |\n";
        return "| Softmax, from N = | " + string.Join(" | ", starts) + " |\n|---|" + string.Concat(starts.Select(_ => "--:|")) + "\n"
            + Row("`Half`, Default and Fast", SoftmaxElementTypes.Half, SoftmaxAccuracy.Default)
            + Row("`Half`, Precise", SoftmaxElementTypes.Half, SoftmaxAccuracy.Precise)
            + Row("`BFloat16`, Default and Fast", SoftmaxElementTypes.BFloat16, SoftmaxAccuracy.Default)
            + Row("`BFloat16`, Precise", SoftmaxElementTypes.BFloat16, SoftmaxAccuracy.Precise);
    }

    // Accuracies of which the same is promised share a row.
    private static IEnumerable<string> Rows(Quantity quantity) => Enum.GetValues<SoftmaxAccuracy>()
        .OrderBy(accuracy => accuracy == SoftmaxAccuracy.Default ? -1 : (int)accuracy)
        .GroupBy(accuracy => (Promised(quantity, SoftmaxElementTypes.Single, accuracy), Promised(quantity, SoftmaxElementTypes.Double, accuracy)))
        .Select((group, row) => string.Join(
            " | ",
            $"| {(row > 0 ? "" : quantity.Unit == "ulp" ? quantity.Name : $"{quantity.Name}, in {quantity.Unit}")}",
            group.Count() == 3 ? "all" : string.Join(", ", group),
            group.Key.Item1,
            WorstFound(quantity, SoftmaxElementTypes.Single, group),
            group.Key.Item2,
            WorstFound(quantity, SoftmaxElementTypes.Double, group)) + " |\n");

    private static string Promised(Quantity quantity, SoftmaxElementTypes type, SoftmaxAccuracy accuracy) => string.Join(
        ", ", Of(quantity, type, accuracy).Select((bound, i) => i == 0 ? Number(bound.Value) : $"from N = {bound.From} on {Number(bound.Value)}"));

    private static string WorstFound(Quantity quantity, SoftmaxElementTypes type, IEnumerable<SoftmaxAccuracy> accuracies) => string.Join(
        ", ", accuracies.SelectMany(accuracy => Of(quantity, type, accuracy)).GroupBy(bound => bound.From).Select(bounds => Number(Math.Round(bounds.Max(FoundFor), 4))));

    private static Bound[] Of(Quantity quantity, SoftmaxElementTypes type, SoftmaxAccuracy accuracy) =>
        [.. Bounds.All.Where(bound => bound.Quantity == quantity && bound.Type == type && bound.Accuracy == accuracy)];

    private static double FoundFor(Bound bound) => Found[(bound.Quantity.Name, bound.Type.ToString(), bound.Accuracy.ToString(), bound.From)];

    // Two digits are enough, four beside a bound that has them.
    private static string Number(double value) => value.ToString(value < 1 ? "0.####" : "0.##", CultureInfo.InvariantCulture);

    private static Dictionary<(string, string, string, int), double> ReadFound()
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(MarkdownFile.RepositoryFolder, "tests", "SoftmaxGen.Adversary", "Found.json")));
        return json.RootElement.EnumerateArray().ToDictionary(
            line => (line.GetProperty("Quantity").GetString()!, line.GetProperty("Type").GetString()!, line.GetProperty("Accuracy").GetString()!, line.GetProperty("From").GetInt32()),
            line => line.GetProperty("Error").GetDouble());
    }
}
