using System.Globalization;
using System.Text;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <summary>
/// Value numbers of integers, as text in a normal form: equal text, equal number. <c>{name}</c> is an unknown but fixed number; sums and products are sorted.
/// </summary>
internal static class IndexExpression
{
    /// <summary>The place of a loop counter in the index of a whole segment.</summary>
    public const string Hole = "_";

    public static string Constant(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Unknown(string name) => "{" + name.Replace('[', '<').Replace(']', '>').Replace('*', '~').Replace('+', '~').Replace(',', '~').Replace('_', '~') + "}";

    public static string? Add(string? a, string? b) => a is null || b is null ? null
        : a == "0" ? b
        : b == "0" ? a
        : long.TryParse(a, out var one) && long.TryParse(b, out var other) ? Constant(one + other)
        : Sorted('+', Split(a, '+').Concat(Split(b, '+')));

    public static string? Negate(string? a) => Multiply("-1", a);

    public static string? Multiply(string? a, string? b) => a is null || b is null ? null
        : a == "0" || b == "0" ? "0"
        : a == "1" ? b
        : b == "1" ? a
        : long.TryParse(a, out var one) && long.TryParse(b, out var other) ? Constant(one * other)
        : Sorted('*', Factors(a).Concat(Factors(b)));

    public static string? Apply(string function, params string?[] arguments) => arguments.Any(static argument => argument is null) ? null : $"{function}({string.Join(";", arguments)})";

    /// <summary>Whether different values of a counter give different indices, with all else fixed: only then is no element met twice.</summary>
    public static bool IsInjective(string path, string counter)
    {
        var component = Components(path).Where(part => part.Contains(counter)).ToList();
        if (component.Count != 1 || component[0] is not { } index)
            return false;
        if (index == counter)
            return true;
        var terms = Split(index, '+').Where(term => term.Contains(counter)).ToList();
        if (terms.Count != 1)
            return false;

        // row * columns + column: rows do not overlap. row + column: they do.
        return terms[0] == counter ? !Split(index, '+').Contains(Hole) : Split(terms[0], '*') is var factors && factors.Count(factor => factor.Contains(counter)) == 1 && factors.Contains(counter);
    }

    /// <summary>Whether two indices are certainly different.</summary>
    public static bool AreDistinct(string path, string other)
    {
        var (one, two) = (Components(path), Components(other));
        return one.Count == two.Count && one.Zip(two, static (a, b) => long.TryParse(a, out var first) && long.TryParse(b, out var second) && first != second).Any(static differs => differs);
    }

    /// <summary>The path without its indices.</summary>
    public static string Pattern(string path)
    {
        var pattern = new StringBuilder();
        var depth = 0;
        foreach (var character in path)
        {
            depth -= character == ']' ? 1 : 0;
            if (depth == 0)
                pattern.Append(character);
            depth += character == '[' ? 1 : 0;
        }

        return pattern.ToString();
    }

    private static List<string> Components(string path)
    {
        var parts = new List<string>();
        var start = -1;
        for (var at = 0; at < path.Length; at++)
        {
            if (path[at] == '[')
                start = at + 1;
            else if (path[at] == ']')
                parts.AddRange(Split(path.Substring(start, at - start), ','));
        }

        return parts;
    }

    private static List<string> Factors(string product) => Split(product, '+').Count > 1 ? [$"({product})"] : Split(product, '*');

    private static string Sorted(char @operator, IEnumerable<string> parts) => string.Join(@operator.ToString(), parts.OrderBy(static part => part, StringComparer.Ordinal));

    private static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '(' or '{')
                depth++;
            else if (text[at] is ')' or '}')
                depth--;
            else if (depth == 0 && text[at] == separator)
            {
                parts.Add(text.Substring(start, at - start));
                start = at + 1;
            }
        }

        parts.Add(text.Substring(start));
        return parts;
    }
}
