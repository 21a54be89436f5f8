namespace SoftmaxGen.Benchmarks.Output;

/// <summary>What a command has to say: sections of Markdown that are printed, and files beside them.</summary>
internal sealed class Report
{
    /// <summary>The name of the section that tells what the results depend on.</summary>
    public const string Machine = "machine";

    private readonly List<(string Name, string Title, string Text)> sections = [];
    private readonly List<(string Name, string Text)> files = [];

    /// <param name="name">The section's name; in a folder it becomes a file, from which pages take it over.</param>
    /// <param name="title">What is printed above it.</param>
    /// <param name="text">A table or a paragraph.</param>
    public void Add(string name, string title, object text) => sections.Add((name, title, $"{text}".TrimEnd() + "\n"));

    public void AddFile(string name, string text) => files.Add((name, text));

    public void AddFile(string name, IEnumerable<string> lines) => AddFile(name, string.Concat(lines.Select(line => line + "\n")));

    /// <summary>Prints the sections, and writes them and the files into a folder where there is one.</summary>
    public void Publish(DirectoryInfo? folder)
    {
        Add(Machine, "Machine", MachineFacts.Line);
        foreach ((_, string title, string text) in sections)
            Console.WriteLine($"## {title}\n\n{text}");
        folder?.Create();
        foreach ((string name, string text) in folder is null ? [] : files.Concat(sections.Select(s => (s.Name + ".md", s.Text))))
            File.WriteAllText(Path.Combine(folder!.FullName, name), text);
    }
}
