using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace SoftmaxGen.Analyzers.Tests.Infrastructure;

/// <summary>Code with the diagnostics it should get marked in it: <c>[|exp|]</c> for SMX1001, <c>{|SMX1003:exp|}</c> for others.</summary>
internal sealed partial record MarkedCode(string Text, IReadOnlyList<(string Id, TextSpan Span)> Marks)
{
    public static MarkedCode Parse(string code)
    {
        List<(string, TextSpan)> marks = [];
        while (Mark().Match(code) is { Success: true } mark)
        {
            string text = mark.Groups["text"].Value;
            marks.Add((mark.Groups["id"].Success ? mark.Groups["id"].Value : "SMX1001", new TextSpan(mark.Index, text.Length)));
            code = code[..mark.Index] + text + code[(mark.Index + mark.Length)..];
        }

        return new(code, marks);
    }

    [GeneratedRegex(@"(\[\||\{\|(?<id>\w+):)(?<text>((?!\[\||\{\|).)*?)\|[\]}]", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
