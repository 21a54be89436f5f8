using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SoftmaxGen.Adversary.Search;

namespace SoftmaxGen.Adversary.Output;

/// <summary>
/// Found.json: the worst that long searches came to, for each promise. docs/guarantees.md shows it, and the tests try these inputs again.
/// </summary>
internal static class FoundFile
{
    // A long row of random numbers is no use to anybody; the search finds it again, from the same seed.
    private const int LongestInput = 4000;

    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static FoundLine[] Read(string file) => File.Exists(file) ? JsonSerializer.Deserialize<FoundLine[]>(File.ReadAllText(file), Options)! : [];

    /// <summary>A line for each promise; those that were not searched this time stay.</summary>
    public static void Write(string file, IEnumerable<Found> found)
    {
        Dictionary<object, FoundLine> lines = Read(file).ToDictionary(line => line.Key);
        foreach (IGrouping<object, FoundLine> group in found.Select(ToLine).GroupBy(line => line.Key))
            lines[group.Key] = group.MaxBy(line => line.Error)! with { Evaluations = group.Sum(line => line.Evaluations) };
        IEnumerable<string> sorted = lines.Values
            .OrderBy(line => line.Quantity, StringComparer.Ordinal).ThenBy(line => line.Type).ThenBy(line => line.Accuracy).ThenBy(line => line.From)
            .Select(line => JsonSerializer.Serialize(line, Options));
        File.WriteAllText(file, $"[\n{string.Join(",\n", sorted)}\n]\n");
    }

    private static FoundLine ToLine(Found found) => new(
        found.Promise.Quantity.Name,
        found.Promise.Type,
        found.Promise.Accuracy,
        found.Promise.From,
        Math.Round(found.Error.Value, 4),
        found.Evaluations,
        found.Cell.Name,
        found.Input.X.Length + found.Input.Vector.Length > LongestInput ? null : found.Input);
}

/// <param name="Error">The worst, in the unit of the quantity.</param>
/// <param name="Evaluations">How many inputs were tried.</param>
/// <param name="Cell">The search that found it.</param>
/// <param name="Input">The input, if it is short.</param>
internal sealed record FoundLine(string Quantity, SoftmaxElementTypes Type, SoftmaxAccuracy Accuracy, int From, double Error, long Evaluations, string Cell, SavedInput? Input)
{
    [JsonIgnore]
    public object Key => (Quantity, Type, Accuracy, From);
}
