using System.Text.RegularExpressions;
using SoftmaxGen.Docs.Tests.Infrastructure;

namespace SoftmaxGen.Docs.Tests;

/// <summary>The table "Layers" of the architecture says which folder may use which, and the sources keep to it.</summary>
public partial class LayerTests
{
    private static readonly (string Project, string Folder, string[] MayUse)[] Layers =
        [.. Row().Matches(MarkdownFile.At("docs/architecture.md").Text).Select(row => (row.Groups["project"].Value, row.Groups["folder"].Value, Names(row.Groups["uses"].Value)))];

    public static TheoryData<string> Projects => [.. Layers.Select(layer => layer.Project).Distinct()];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_use_those_that_the_table_names(string project)
    {
        Dictionary<string, string[]> layers = Layers.Where(layer => layer.Project == project).ToDictionary(layer => layer.Folder, layer => layer.MayUse);
        (string From, string To, string Use)[] uses = [.. SourceFolders.UsesIn($"SoftmaxGen.{project}").Select(use => (Layer(use.From), Layer(use.To), use.Use)).Where(use => use.Item1 != use.Item2 && use.Item1.Length > 0 && use.Item2.Length > 0)];

        string[] notAllowed = [.. uses.Where(use => !layers[use.From].Contains(use.To)).Select(use => $"{use.From} uses {use.To}: {use.Use}")];
        string[] notUsed = [.. layers.SelectMany(layer => layer.Value.Where(other => !uses.Any(use => use.From == layer.Key && use.To == other)), (layer, other) => $"{layer.Key} does not use {other}")];
        Assert.True(notAllowed.Length + notUsed.Length == 0, string.Join('\n', notAllowed.Concat(notUsed)));

        // The folder with a row, or the next one above that has one. What stands in the top folder is free to use all, and to be used.
        string Layer(string folder)
        {
            for (string above = folder; above.Length > 0; above = above[..Math.Max(0, above.LastIndexOf('/'))])
            {
                if (layers.ContainsKey(above))
                    return above;
            }

            return folder.Length == 0 ? folder : throw new InvalidOperationException($"{folder} of {project} has no row.");
        }
    }

    private static string[] Names(string cell) => [.. Name().Matches(cell).Select(name => name.Groups["name"].Value)];

    [GeneratedRegex(@"^\| (?<project>Generator|Analyzers|CodeFixes) \| `(?<folder>[\w/]+)` \| (?<uses>.*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Name();
}
