using System.Text.RegularExpressions;
using SoftmaxGen.Docs.Tests.Infrastructure;

namespace SoftmaxGen.Docs.Tests;

/// <summary>
/// Parts of pages that follow from the code, between <c>generated: …</c> and <c>end</c> comments: they are what the code says now.
/// <c>UPDATE_SNAPSHOTS=1</c> writes them anew.
/// </summary>
public partial class GeneratedPartTests
{
    public static TheoryData<string> Pages => new(MarkdownFile.All.Where(page => Part().IsMatch(page.Text)).Select(page => page.Path));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Generated_parts_are_up_to_date(string path)
    {
        string text = MarkdownFile.At(path).Text;
        string renewed = Part().Replace(text, match => $"<!-- generated: {match.Groups["what"].Value} -->\n{Render(match.Groups["what"].Value)}<!-- end -->");
        if (renewed != text && Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(Path.Combine(MarkdownFile.RepositoryFolder, path), renewed);
        else
            Assert.Equal(renewed, text);
    }

    private static string Render(string what) => what switch
    {
        "rules" => RuleTable(),
        "bounds" => BoundsTable.Render(),
        "bounds of 16 bits" => BoundsTable.RenderSixteenBits(),
        _ when what.StartsWith("emitted ", StringComparison.Ordinal) => $"```cs\n{EmittedMethod(what["emitted ".Length..])}```\n",
        _ => throw new InvalidOperationException($"Nothing generates '{what}'."),
    };

    private static string RuleTable() =>
        "| Rule | Severity | What it reports | Fix |\n|---|---|---|---|\n"
        + string.Concat(Rules.All.Select(rule => $"| [{rule.Id}](docs/rules/{rule.Id}.md) | {rule.Severity} | {rule.Title} | {string.Join(", ", rule.Fixes)} |\n"));

    /// <summary>A method of the class behind a host of ten elements, found by the start of its signature.</summary>
    private static string EmittedMethod(string signature)
    {
        string file = new ExampleProgram("[SoftmaxGen.Softmax(10)] internal static partial class DigitHead;").GeneratedHost;
        int start = file.IndexOf($"internal static {signature}", StringComparison.Ordinal);
        start = file.LastIndexOf('\n', start) + 1;
        const string End = "\n        }\n";
        int end = file.IndexOf(End, start, StringComparison.Ordinal) + End.Length;
        return Indentation().Replace(file[start..end], "");
    }

    [GeneratedRegex("<!-- generated: (?<what>.*?) -->\n.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Part();

    [GeneratedRegex("^        ", RegexOptions.Multiline)]
    private static partial Regex Indentation();
}
