using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using SoftmaxGen.Generator.Tests.Infrastructure;

namespace SoftmaxGen.Generator.Tests.Snapshots;

/// <summary>
/// Compares text with <c>Name.verified.cs</c>, and leaves <c>Name.received.cs</c> beside it when they differ:
/// the file names and the workflow of Verify, which can take the place of this one file.
/// <c>UPDATE_SNAPSHOTS=1 dotnet test</c> accepts what is received.
/// </summary>
internal static class Snapshot
{
    private const int ContextLines = 2;
    private const int MaxDiffLines = 40;

    private static readonly bool Accept = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    private static readonly string Folder = Path.Combine(ProjectFolder.Path, "Snapshots");

    /// <summary>The names of the stored snapshots, to find those that no test asks for any more.</summary>
    public static IEnumerable<string> Stored =>
        Directory.GetFiles(Folder, "*.verified.cs").Select(path => Path.GetFileName(path).Replace(".verified.cs", ""));

    /// <summary>A release build of the generator suppresses all warnings in what it emits, a debug build only those that have to be.</summary>
    public static string Scrub(string text) =>
        string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("#pragma warning disable", StringComparison.Ordinal)));

    public static void Match(string name, string received, string extension = "cs")
    {
        string verifiedPath = Path.Combine(Folder, $"{name}.verified.{extension}");
        string receivedPath = Path.Combine(Folder, $"{name}.received.{extension}");
        string? verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath) : null;
        if (received != verified && !Accept)
        {
            File.WriteAllText(receivedPath, received);
            Assert.Fail(verified is null
                ? $"{name} is a new snapshot. Look at {receivedPath}, and accept it with UPDATE_SNAPSHOTS=1."
                : $"{name} is not as verified. Accept the change with UPDATE_SNAPSHOTS=1.\n{Diff(verified, received)}");
        }

        if (received != verified)
            File.WriteAllText(verifiedPath, received);
        File.Delete(receivedPath);
    }

    /// <summary>The changed lines with a little context, as far as one can read on a screen.</summary>
    private static string Diff(string verified, string received)
    {
        List<DiffPiece> lines = InlineDiffBuilder.Diff(verified, received).Lines;
        int[] changed = [.. Enumerable.Range(0, lines.Count).Where(i => lines[i].Type != ChangeType.Unchanged)];
        if (changed.Length == 0)
            return "They differ in newlines only.";

        int[] shown = [.. changed.SelectMany(i => Enumerable.Range(i - ContextLines, (2 * ContextLines) + 1))
            .Where(i => i >= 0 && i < lines.Count).Distinct().Order()];
        IEnumerable<string> text = shown.Take(MaxDiffLines).Select((i, at) =>
            (at > 0 && shown[at - 1] != i - 1 ? "  ...\n" : "") + Prefix(lines[i].Type) + lines[i].Text);
        string rest = shown.Length > MaxDiffLines ? $"\n  ... and {shown.Length - MaxDiffLines} more lines" : "";
        return string.Join('\n', text) + rest;
    }

    private static string Prefix(ChangeType type) => type switch
    {
        ChangeType.Inserted => "+ ",
        ChangeType.Deleted => "- ",
        _ => "  ",
    };
}
