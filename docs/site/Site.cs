// Prepares the pages of the site (stage), or checks the links of the finished one (check). Run by docs/site/build.
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
// There is one culture only, so it need not be named.
#:property InvariantGlobalization=true
#:property NoWarn=CA1305
using System.Text;
using System.Text.RegularExpressions;

string repository = Path.GetFullPath(args[1]), folder = Path.GetFullPath(args[2]);
return args[0] switch
{
    "stage" => new Stage(repository, folder).Run(),
    "check" => Links.Check(folder),
    _ => throw new ArgumentException(args[0]),
};

/// <summary>Copies what docfx turns into pages. What is written for a reader of the repository gets links, a table of contents and charts for the site.</summary>
internal sealed partial class Stage(string repository, string folder)
{
    private const string Source = "https://github.com/softmaxgen/SoftmaxGen";

    private static readonly string[] Root = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"];

    public int Run()
    {
        string docs = Path.Combine(repository, "docs");
        foreach (string page in Root.Select(name => Path.Combine(repository, name)).Concat(Directory.EnumerateFiles(docs, "*.md")).Concat(Directory.EnumerateFiles(Path.Combine(docs, "rules"), "*.md")))
            Write(Pages(Relative(page)), Page(Relative(page)));
        foreach (string image in Directory.EnumerateFiles(docs, "*.svg", SearchOption.AllDirectories))
            Write(Relative(image), File.ReadAllText(image));
        Copy(Path.Combine(docs, "site", "pages"), folder);

        string contents = File.ReadAllText(Path.Combine(folder, "docs", "toc.yml"));
        string[] missing = [.. Directory.EnumerateFiles(docs, "*.md").Select(Path.GetFileName).Where(name => !contents.Contains($"href: {name}"))!];
        if (missing.Length > 0)
            throw new InvalidOperationException("docs/site/pages/docs/toc.yml lacks " + string.Join(", ", missing));
        Rules();
        return 0;
    }

    private string Page(string path)
    {
        string text = File.ReadAllText(Path.Combine(repository, path)).ReplaceLineEndings("\n");
        if (path == "README.md")
        {
            text = Badges().Replace(text, "");
            text = Pictures().Replace(text, match => $"<div class=\"charts\">\n{Figure(match.Groups[1])}\n{Figure(match.Groups[2])}\n</div>\n");
            text = Speed().Replace(text, match => match.Value + "\n" + BarChart(Cells(match.Groups[1]), Cells(match.Groups[2])) + "\n", 1);
        }

        return Link().Replace(text, match => match.Groups[1].Value + Target(path, match.Groups[2].Value) + match.Groups[3].Value);
    }

    // A page of the site, or else the file in the repository.
    private string Target(string page, string link)
    {
        if (link.Contains("://") || link.StartsWith('#'))
            return link;
        string[] parts = link.Split('#');
        string from = Path.GetDirectoryName(page)!;
        string target = Path.GetRelativePath(repository, Path.GetFullPath(Path.Combine(repository, from, parts[0]))).Replace('\\', '/');
        string anchor = parts.Length > 1 ? "#" + parts[1] : "";
        if (Root.Contains(target) || (target.StartsWith("docs/", StringComparison.Ordinal) && Path.GetExtension(target) is ".md" or ".svg" && !target.Contains("/site/")))
            return Path.GetRelativePath(Path.Combine("/", from), Path.Combine("/", Pages(target))).Replace('\\', '/') + anchor;
        bool isFolder = Directory.Exists(Path.Combine(repository, target));
        if (!isFolder && !File.Exists(Path.Combine(repository, target)))
            throw new InvalidOperationException($"{page}: {link} leads nowhere");
        return $"{Source}/{(isFolder ? "tree" : "blob")}/main/{target}{anchor}";
    }

    private static string Pages(string path) => path == "README.md" ? "index.md" : path;

    /// <summary>The page with all rules, from the table in README.md, and the table of contents of their pages.</summary>
    private void Rules()
    {
        var rules = Rule().Matches(File.ReadAllText(Path.Combine(repository, "README.md"))).Select(match => match.Groups).ToList();
        StringBuilder page = new(
            """
            # Rules

            <input id="filter" type="search" placeholder="Filter: overflow, SMX1, warning …" aria-label="Filter the rules">

            | Rule | Severity | What it reports | Fix |
            |---|---|---|---|

            """);
        StringBuilder contents = new("- name: All rules\n  href: index.md\n");
        foreach (var rule in rules)
        {
            page.Append($"| [{rule[1]}]({rule[1]}.md) | {rule[2]} | {rule[3]} | {rule[4].Value.Trim()} |\n");
            contents.Append($"- name: '{rule[1]}: {rule[3].Value.Replace("'", "''")}'\n  href: {rule[1]}.md\n");
        }

        page.Append("\n<p id=\"none\" hidden>No rule matches.</p>\n\n<script src=\"filter.js\"></script>\n");
        Write("docs/rules/index.md", page.ToString());
        Write("docs/rules/toc.yml", contents.ToString());
    }

    private static string Figure(Group image) => $"\n{image.Value}\n";

    private static string[] Cells(Group row) => [.. row.Value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    // Narrow enough that its text keeps its size on a phone.
    private static string BarChart(string[] lengths, string[] factors)
    {
        const int Left = 76, Right = 330, Step = 26;
        double unit = (Right - Left) / Math.Ceiling(factors.Max(double.Parse));
        int bottom = 34 + (Step * factors.Length);
        StringBuilder svg = new();
        svg.Append($"<figure><svg class=\"bars\" viewBox=\"0 0 370 {bottom + 22}\" role=\"img\" aria-label=\"Times as fast as ONNX Runtime, by N\">");
        svg.Append("<text x=\"0\" y=\"16\" class=\"title\">SoftmaxRows, times as fast as ONNX Runtime</text>");
        for (int i = 0; i < factors.Length; i++)
        {
            int y = 30 + (Step * i);
            double width = unit * double.Parse(factors[i]);
            svg.Append($"<text x=\"{Left - 8}\" y=\"{y + 15}\" text-anchor=\"end\">N = {lengths[i]}</text>");
            svg.Append($"<rect x=\"{Left}\" y=\"{y}\" width=\"{width:F1}\" height=\"20\"/><text x=\"{Left + width + 6:F1}\" y=\"{y + 15}\">{factors[i]}</text>");
        }

        svg.Append($"<line x1=\"{Left + unit:F1}\" x2=\"{Left + unit:F1}\" y1=\"26\" y2=\"{bottom}\"/><text x=\"{Left + unit:F1}\" y=\"{bottom + 16}\" text-anchor=\"middle\">1: as fast</text></svg></figure>\n");
        return svg.ToString();
    }

    private string Relative(string path) => Path.GetRelativePath(repository, path).Replace('\\', '/');

    private void Write(string path, string text)
    {
        string target = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text);
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    // [text](target) and ![text](target), also a target after an image in a link.
    [GeneratedRegex(@"(\]\()([^)\s]+)(\))")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\[!\[CI\].*\n\n", RegexOptions.Multiline)]
    private static partial Regex Badges();

    [GeneratedRegex(@"^\| (!\[.*?\]\(.*?\)) \| (!\[.*?\]\(.*?\)) \|\n\|---\|---\|\n", RegexOptions.Multiline)]
    private static partial Regex Pictures();

    [GeneratedRegex(@"^\| N \|(.*)\n.*\n.*\n\| times as fast \|(.*)\n", RegexOptions.Multiline)]
    private static partial Regex Speed();

    [GeneratedRegex(@"^\| \[(SMX\d{4})\]\(.*?\) \| (\w+) \| (.*?) \|(.*?)\|$", RegexOptions.Multiline)]
    private static partial Regex Rule();
}

/// <summary>Whether all that the pages of a folder refer to is there: files, and places in them.</summary>
internal static partial class Links
{
    public static int Check(string folder)
    {
        Dictionary<string, HashSet<string>> anchors = Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories)
            .ToDictionary(page => page, page => Identifier().Matches(File.ReadAllText(page)).Select(match => match.Groups[1].Value).ToHashSet());
        int checkedLinks = 0;
        List<string> broken = [];
        foreach (string page in anchors.Keys)
        {
            foreach (string link in Reference().Matches(File.ReadAllText(page)).Select(match => Uri.UnescapeDataString(match.Groups[1].Value.Replace("&amp;", "&"))))
            {
                if (link.Contains("://") || link.StartsWith("data:", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal))
                    continue;
                checkedLinks++;
                string[] parts = link.Split('#');
                string path = parts[0].Split('?')[0];
                string target = path.Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, path));
                if (Directory.Exists(target))
                    target = Path.Combine(target, "index.html");
                bool isFound = anchors.TryGetValue(target, out var there) ? parts.Length < 2 || parts[1].Length == 0 || there.Contains(parts[1]) : File.Exists(target);
                if (!isFound)
                    broken.Add($"{Path.GetRelativePath(folder, page)}: {link}");
            }
        }

        foreach (string each in broken)
            Console.Error.WriteLine(each);
        Console.WriteLine($"{anchors.Count} pages, {checkedLinks} links, {broken.Count} broken");
        return broken.Count == 0 && checkedLinks > 0 ? 0 : 1;
    }

    [GeneratedRegex("\\s(?:id|name)=\"([^\"]+)\"")]
    private static partial Regex Identifier();

    [GeneratedRegex("\\s(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Reference();
}
