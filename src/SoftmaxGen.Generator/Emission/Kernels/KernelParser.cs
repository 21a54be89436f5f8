namespace SoftmaxGen.Emission;

/// <summary>
/// Cuts a file of kernels into its units. It need not know C#: a type stands at the first level of indentation of its namespace, a member at the
/// second one, and members are apart by an empty line. A test compares with what the compiler sees.
/// </summary>
internal sealed class KernelParser
{
    private const string TypeIndent = "    ", MemberIndent = "        ";

    private readonly string[] lines;
    private readonly KernelFile file;
    private readonly List<KernelUnit> units = [];
    private int next;

    private KernelParser(string text)
    {
        lines = text.TrimEnd('\n').Split('\n');
        while (!IsAt(lines[next], TypeIndent) || lines[next].StartsWith(TypeIndent + "using ", StringComparison.Ordinal))
            next++;
        file = new KernelFile(Lines(0, next));
    }

    public static IReadOnlyList<KernelUnit> Parse(string text)
    {
        KernelParser parser = new(text);
        while (parser.next < parser.lines.Length - 1)
            parser.ParseType();
        return parser.units;
    }

    /// <summary>The members of the class behind a host.</summary>
    public static IEnumerable<string> Members(string text)
    {
        const string Gap = "\n\n" + MemberIndent;
        int first = 0;
        for (int gap = text.IndexOf(Gap, StringComparison.Ordinal); gap >= 0; gap = text.IndexOf(Gap, gap + 1, StringComparison.Ordinal))
        {
            if (text[gap + Gap.Length] == ' ')
                continue;
            yield return text.Substring(first, gap - first);
            first = gap;
        }

        yield return text.Substring(first);
    }

    private void ParseType()
    {
        int first = next;
        while (lines[next] != TypeIndent + "{")
            next++;
        string header = Lines(first, next);
        KernelType type = new(file, NameAtEnd(lines[next - 1]), header);
        int body = ++next;
        while (lines[next] != TypeIndent + "}")
            next++;
        if (type.HasUnits)
            ParseMembers(type, body, next);
        else
            units.Add(new KernelUnit(type, Lines(body, next), Lines(body, next), [type.Name], "", KernelUses.NoArguments, ""));
        next++;
        if (next < lines.Length && lines[next].Length == 0)
            next++;
    }

    private void ParseMembers(KernelType type, int first, int end)
    {
        for (int i = first; i <= end; i++)
        {
            if (i < end && (lines[i].Length > 0 || !IsAt(lines[i + 1], MemberIndent)))
                continue;
            if (HasDeclaration(first, i))
            {
                units.Add(Member(type, first, i));
                first = i + 1;
            }

            // What has no declaration is a comment on what follows.
        }
    }

    private bool HasDeclaration(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (IsDeclaration(lines[i]))
                return true;
        }

        return false;
    }

    private KernelUnit Member(KernelType type, int first, int end)
    {
        List<string> names = [];
        string? signature = null;
        for (int i = first; i < end; i++)
        {
            if (!IsDeclaration(lines[i]))
                continue;
            signature ??= lines[i];
            names.AddRange(Names(lines[i]).Select(type.NameOf));
        }

        string text = Lines(first, end);
        int open = Parenthesis(signature!);
        if (open < 0)
            return new KernelUnit(type, text, text, names, "", KernelUses.NoArguments, signature!);

        // What a method calls itself is another overload, so its declaration must not count.
        string returns = signature!.Substring(0, open), parameters = signature.Substring(open, signature.IndexOf(')', open) - open);
        string name = NameAtEnd(returns);
        string code = text.Remove(text.IndexOf(signature, StringComparison.Ordinal) + returns.LastIndexOf(name, StringComparison.Ordinal), name.Length);
        return new KernelUnit(type, text, code, names, parameters, KernelUses.Arguments(signature, open), returns);
    }

    // The name of a method or property, and those of all constants of a line.
    private static IEnumerable<string> Names(string line)
    {
        int open = Parenthesis(line);
        if (open >= 0)
            return [NameAtEnd(line.Substring(0, open))];
        string[] parts = line.Split([" ="], StringSplitOptions.None);
        return parts.Length == 1 ? [NameAtEnd(line.TrimEnd(';'))] : parts.Take(parts.Length - 1).Select(NameAtEnd);
    }

    // Where the parameters begin, if the line has some.
    private static int Parenthesis(string line)
    {
        int open = line.IndexOf('('), equals = line.IndexOf(" =", StringComparison.Ordinal);
        return equals >= 0 && equals < open ? -1 : open;
    }

    private static string NameAtEnd(string text)
    {
        int end = text.Length;
        if (end > 0 && text[end - 1] == '>')
            end = text.LastIndexOf('<');
        int start = end;
        while (start > 0 && KernelUses.IsPartOfName(text[start - 1]))
            start--;
        return text.Substring(start, end - start);
    }

    private static bool IsDeclaration(string line) => IsAt(line, MemberIndent) && line[MemberIndent.Length] is >= 'a' and <= 'z';

    private static bool IsAt(string line, string indent) =>
        line.Length > indent.Length && line.StartsWith(indent, StringComparison.Ordinal) && line[indent.Length] != ' ';

    private string Lines(int first, int end) => string.Join("\n", lines, first, end - first);
}
