using System.Reflection;
using System.Text.RegularExpressions;

namespace SoftmaxGen.Docs.Tests.Infrastructure;

/// <summary>A page of the documentation.</summary>
internal sealed partial class MarkdownFile
{
    private MarkdownFile(string path)
    {
        Path = path;
        Text = File.ReadAllText(System.IO.Path.Combine(RepositoryFolder, path));
    }

    public static string RepositoryFolder { get; } = typeof(MarkdownFile).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryFolder").Value!;

    /// <summary>Every page, from the top folder and from docs.</summary>
    public static IReadOnlyList<MarkdownFile> All { get; } =
    [
        .. Directory.GetFiles(RepositoryFolder, "*.md")
            .Concat(Directory.GetFiles(System.IO.Path.Combine(RepositoryFolder, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(path => System.IO.Path.GetRelativePath(RepositoryFolder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(path => new MarkdownFile(path)),
    ];

    /// <summary>The path from the top folder, with slashes.</summary>
    public string Path { get; }

    public string Text { get; }

    /// <summary>The fenced blocks in order.</summary>
    public IReadOnlyList<FencedBlock> Blocks => [.. Fence().Matches(Text).Select(ToBlock)];

    /// <summary>The headings as anchors, the way GitHub names them.</summary>
    public IReadOnlySet<string> Anchors => Heading().Matches(Prose).Select(match => ToAnchor(match.Groups["title"].Value)).ToHashSet();

    /// <summary>Where the links and pictures lead.</summary>
    public IEnumerable<string> Links => Link().Matches(Prose).Select(match => match.Groups["target"].Value);

    private string Prose => CodeSpan().Replace(Fence().Replace(Text, ""), match => match.Groups["heading"].Success ? match.Value : "code");

    public static MarkdownFile At(string path) => All.Single(file => file.Path == path);

    public override string ToString() => Path;

    private FencedBlock ToBlock(Match match)
    {
        int line = Text.AsSpan(0, match.Index).Count('\n') + 1;
        bool followsDirectly = Regex.IsMatch(Text[..match.Index], "```\n\n$");
        return new FencedBlock(Path, line, match.Groups["language"].Value, match.Groups["code"].Value, followsDirectly);
    }

    private static string ToAnchor(string title) =>
        "#" + NotInAnchor().Replace(title.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex("^```(?<language>\\w*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^#+ (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("(?<heading>^#+ .*$)|`[^`\n]+`", RegexOptions.Multiline)]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"[^\p{L}\p{N}\- _]")]
    private static partial Regex NotInAnchor();
}

/// <summary>A fenced block of a page.</summary>
/// <param name="FollowsDirectly">Whether nothing but an empty line parts it from the block before.</param>
internal sealed record FencedBlock(string Page, int Line, string Language, string Code, bool FollowsDirectly)
{
    public override string ToString() => $"{Page}:{Line}";
}
