using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoftmaxGen.Corpus;

/// <summary>A labelled place in a public repository.</summary>
internal sealed record Case(
    string Id,
    string Repo,
    string Path,
    [property: JsonPropertyName("start_line")] int StartLine,
    [property: JsonPropertyName("end_line")] int EndLine,
    string Member,
    string Label,
    string Expected,
    string? Ambiguous,
    [property: JsonPropertyName("primary_shape")] string Shape,
    [property: JsonPropertyName("squiggle_line")] int? SquiggleLine)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    /// <summary>Cases a careful reader would not agree on are left out of the score.</summary>
    public bool IsStrict => Ambiguous is null;

    public bool ShouldBeFlagged => Label == "UNSTABLE";

    public static IReadOnlyList<Case> Load(string path) => JsonSerializer.Deserialize<List<Case>>(File.ReadAllText(path), Options)!;
}
