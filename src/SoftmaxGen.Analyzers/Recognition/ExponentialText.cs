using System.Buffers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SoftmaxGen.Recognition;

/// <summary>
/// Tells from the text alone whether code can take an exponential. It decides for nearly every file that nothing is bound at all,
/// so it looks at the characters and not at the tokens.
/// </summary>
internal static class ExponentialText
{
    private const int ChunkSize = 8192;
    private const int Overlap = 16;

    /// <summary>Whether a file has a name with the word Exp, Pow or Softmax in it.</summary>
    public static bool IsIn(SourceText text) => IsIn(text, new(0, text.Length));

    public static bool IsIn(SourceText text, TextSpan span) => Any(text, span, static chunk => IsIn(chunk));

    /// <summary>Whether a short string is in a file.</summary>
    public static bool Contains(SourceText text, string value) => Any(text, new(0, text.Length), chunk => chunk.IndexOf(value.AsSpan()) >= 0);

    private delegate bool Test(ReadOnlySpan<char> chunk);

    private static bool Any(SourceText text, TextSpan span, Test test)
    {
        var buffer = ArrayPool<char>.Shared.Rent(ChunkSize);
        try
        {
            for (var start = span.Start; start < span.End; start += ChunkSize - Overlap)
            {
                var length = Math.Min(ChunkSize, span.End - start);
                text.CopyTo(start, buffer, 0, length);
                if (test(buffer.AsSpan(0, length)))
                    return true;
            }

            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    public static bool IsIn(ReadOnlySpan<char> text) =>
        HasWord(text, "xp".AsSpan(), 'e', 'E') || HasWord(text, "ow".AsSpan(), 'p', 'P') || text.IndexOf("oft".AsSpan()) >= 0 && HasSoftmax(text);

    // The word has to end where the name goes on in camel case: Exp, expSum and SumExp, but not Expression, and not Power of the electric kind.
    private static bool HasWord(ReadOnlySpan<char> text, ReadOnlySpan<char> tail, char lower, char upper)
    {
        for (var from = 0; ;)
        {
            var at = text.Slice(from).IndexOf(tail);
            if (at < 0)
                return false;
            at += from;
            from = at + tail.Length;
            if (at == 0 || text[at - 1] != lower && text[at - 1] != upper)
                continue;
            var isStart = text[at - 1] == upper || at == 1 || !char.IsLetterOrDigit(text[at - 2]);
            var isEnd = from >= text.Length || !char.IsLower(text[from]) || text[from] == 'f' && (from + 1 >= text.Length || !char.IsLetterOrDigit(text[from + 1]))
                || StartsWith(text, from, "onential") || StartsWith(text, from, "er(");
            if (isStart && isEnd)
                return true;
        }
    }

    private static bool StartsWith(ReadOnlySpan<char> text, int from, string word) => text.Slice(from).StartsWith(word.AsSpan());

    private static bool HasSoftmax(ReadOnlySpan<char> text) =>
        text.IndexOf("oftMax".AsSpan()) >= 0 || text.IndexOf("oftmax".AsSpan()) >= 0;
}
