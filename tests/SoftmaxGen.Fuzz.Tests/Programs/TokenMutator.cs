using System.Text.RegularExpressions;
using CsCheck;

namespace SoftmaxGen.Fuzz.Tests.Programs;

/// <summary>Code as it is halfway through an edit, a merge or a wrong paste: some of its tokens are gone, doubled, exchanged or others.</summary>
internal static partial class TokenMutator
{
    private static readonly string[] Strangers =
    [
        "(", ")", "{", "}", "[", "]", "<", ">", ";", ",", "=>", "?", "??", "is", "new", "goto", "yield", "await", "ref", "out", "unsafe", "fixed", "stackalloc", "partial", "static", "file",
        "\"", "'", "@\"", "\"\"\"", "$\"{", "/*", "//", "\n#if", "\n#endif", "\n#line hidden\n", "\n#error\n", "\\u0045xp", "\u200D", "\uFEFF", "\uD800", "\0", "\u2028", "İ", "𝓮", "0x", "1e", "..", "^",
        "Math.Exp(", "sum", "/ sum", "Softmax(3)", "dynamic", "default", "base", "this", "record", "required", "extension", "field", "nameof", "__arglist", "checked",
    ];

    public static string Mutate(string code, Func<string> other, PCG random)
    {
        List<string> tokens = [.. Token().Matches(code).Select(match => match.Value)];
        for (int count = 1 + (int)random.Next(6); count > 0 && tokens.Count > 0; count--)
        {
            int place = Below(tokens.Count), length = Math.Min(1 + Below(random.Next(4) == 0 ? 40 : 3), tokens.Count - place);
            switch (random.Next(8))
            {
                case 0:
                    tokens.RemoveRange(place, length);
                    break;
                case 1:
                    tokens.InsertRange(place, tokens.GetRange(place, length));
                    break;
                case 2:
                    int target = Below(tokens.Count);
                    (tokens[place], tokens[target]) = (tokens[target], tokens[place]);
                    break;
                case 3:
                    tokens[place] = Strangers[Below(Strangers.Length)];
                    break;
                case 4:
                    tokens.Insert(place, Strangers[Below(Strangers.Length)]);
                    break;
                case 5:
                    tokens[place] = tokens[Below(tokens.Count)];
                    break;
                case 6 when random.Next(4) == 0:
                    tokens.RemoveRange(place, tokens.Count - place);
                    break;
                default:
                    tokens.InsertRange(place, Token().Matches(other()).Select(match => match.Value));
                    break;
            }
        }

        return string.Concat(tokens);

        int Below(int count) => (int)random.Next((uint)count);
    }

    [GeneratedRegex(@"\w+|\s+|=>|[-+*/?=<>&|]=|\+\+|--|.", RegexOptions.Singleline)]
    private static partial Regex Token();
}
