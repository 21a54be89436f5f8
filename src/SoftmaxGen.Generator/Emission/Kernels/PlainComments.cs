using System.Text;

namespace SoftmaxGen.Emission;

/// <summary>
/// Documentation as plain comments. No editor shows documentation of kernels to users, and the compiler would look for everything that it refers to,
/// of which some may not be emitted.
/// </summary>
internal static class PlainComments
{
    private const string Documentation = "/// ", Inherited = "<inheritdoc ";

    public static string Of(string text)
    {
        if (!text.Contains(Documentation))
            return text;
        StringBuilder result = new(text.Length);
        foreach (string line in text.Split('\n'))
        {
            int start = line.IndexOf(Documentation, StringComparison.Ordinal);
            string plain = start < 0 ? line : line.Substring(0, start) + "// " + WithoutTags(line.Substring(start + Documentation.Length));
            if (start < 0 || plain.Length > start + "// ".Length)
                result.Append(result.Length == 0 ? "" : "\n").Append(plain);
        }

        return result.ToString();
    }

    private static string WithoutTags(string line)
    {
        if (line.StartsWith(Inherited, StringComparison.Ordinal))
            return "";
        StringBuilder result = new();
        int start = 0;
        for (int open = line.IndexOf('<'); open >= 0; open = line.IndexOf('<', start))
        {
            int close = line.IndexOf('>', open);
            result.Append(line, start, open - start).Append(Referred(line.Substring(open, close - open)));
            start = close + 1;
        }

        return result.Append(line, start, line.Length - start).ToString().Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").Trim();
    }

    // <paramref name="x"/> is x, <see cref="Exp(Vector256{float})"/> is Exp.
    private static string Referred(string tag)
    {
        int quote = tag.IndexOf('"') + 1;
        return quote == 0 || tag.StartsWith("<param ", StringComparison.Ordinal) ? "" : tag.Substring(quote).Split('(', '"')[0];
    }
}
