using SoftmaxGen.Docs.Tests.Infrastructure;

namespace SoftmaxGen.Docs.Tests;

public class LinkTests
{
    public static TheoryData<string> Pages => new(MarkdownFile.All.Select(page => page.Path));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_leads_somewhere(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        Assert.All(MarkdownFile.At(path).Links.Where(link => !link.Contains("://")), link =>
        {
            string[] parts = link.Split('#');
            string target = parts[0].Length == 0 ? path : Path.Combine(folder, parts[0]);
            string full = Path.GetFullPath(target, MarkdownFile.RepositoryFolder);
            Assert.True(File.Exists(full) || Directory.Exists(full), $"{link} leads to no file");
            if (parts.Length > 1)
                Assert.Contains("#" + parts[1], MarkdownFile.At(Path.GetRelativePath(MarkdownFile.RepositoryFolder, full).Replace('\\', '/')).Anchors);
        });
    }

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule()
    {
        IEnumerable<string> pages = MarkdownFile.All.Select(page => page.Path).Where(path => path.StartsWith("docs/rules/", StringComparison.Ordinal));
        Assert.Equal(Rules.All.Select(rule => $"docs/rules/{rule.Id}.md"), pages);
        Assert.All(Rules.All, rule =>
        {
            Assert.Equal($"https://github.com/softmaxgen/SoftmaxGen/blob/main/docs/rules/{rule.Id}.md", rule.HelpLink);
            Assert.StartsWith($"# {rule.Id}: {rule.Title}\n", MarkdownFile.At($"docs/rules/{rule.Id}.md").Text);
        });
    }
}
