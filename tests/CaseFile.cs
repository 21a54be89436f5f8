namespace SoftmaxGen.Tests;

/// <summary>Pieces of code in an embedded text file, each under a line <c>=== what it shows</c>.</summary>
internal static class CaseFile
{
    public static IEnumerable<(string Name, string Code)> Read(string file)
    {
        using StreamReader reader = new(typeof(CaseFile).Assembly.GetManifestResourceStream(file)!);
        foreach (string part in reader.ReadToEnd().ReplaceLineEndings("\n").Split("=== ", StringSplitOptions.RemoveEmptyEntries))
        {
            int end = part.IndexOf('\n', StringComparison.Ordinal);
            yield return (part[..end].Trim(), part[(end + 1)..]);
        }
    }

    public static TheoryData<string> Names(params string[] files) => [.. files.SelectMany(Read).Select(part => part.Name)];

    public static string Code(string name, params string[] files) => files.SelectMany(Read).Single(part => part.Name == name).Code;
}
