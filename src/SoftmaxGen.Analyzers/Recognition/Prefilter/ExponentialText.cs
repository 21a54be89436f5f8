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

    // Powers are everywhere; those of e need the constant, by its name or its digits.
    private static readonly string[] Constants = [".E,", ".E)", ".E;", "(E,", "(e,", "2.71", "uler"];

    private delegate bool Test(ReadOnlySpan<char> chunk, int start);

    /// <summary>Whether a file has a name with the word Exp or Softmax in it, or one with the word Pow, and the constant e.</summary>
    public static bool IsIn(SourceText text)
    {
        var hasPower = false;
        return Any(text, new(0, text.Length), (chunk, _) =>
        {
            hasPower = hasPower || IsPower(chunk);
            return IsNamed(chunk);
        }) || hasPower && HasConstant(text);
    }

    public static bool IsIn(SourceText text, TextSpan span) => Any(text, span, static (chunk, _) => IsIn(chunk));

    public static bool IsIn(ReadOnlySpan<char> text) => IsNamed(text) || IsPower(text);

    /// <summary>Whether a file has the constant e in it.</summary>
    public static bool HasConstant(SourceText text) => Any(text, new(0, text.Length), static (chunk, _) => HasAny(chunk, Constants));

    /// <summary>Whether a short string is in a file.</summary>
    public static bool Contains(SourceText text, string value) => Contains(text, new(0, text.Length), value);

    public static bool Contains(SourceText text, TextSpan span, string value) => Any(text, span, (chunk, _) => chunk.IndexOf(value.AsSpan()) >= 0);

    /// <summary>A position in each name that may stand for an exponential, in no order.</summary>
    public static ISet<int> Positions(SourceText text)
    {
        var positions = new HashSet<int>();
        Any(text, new(0, text.Length), (chunk, start) =>
        {
            AddAll(chunk, start, "xp", 'e', 'E');
            AddAll(chunk, start, "ow", 'p', 'P');
            for (var at = chunk.IndexOf("oft".AsSpan()); at >= 0; at = Next(chunk, at + 1, "oft"))
                positions.Add(start + at);
            return false;
        });
        return positions;

        void AddAll(ReadOnlySpan<char> chunk, int start, string tail, char lower, char upper)
        {
            for (var at = Word(chunk, 0, tail, lower, upper); at >= 0; at = Word(chunk, at + 1, tail, lower, upper))
                positions.Add(start + at);
        }
    }

    private static bool Any(SourceText text, TextSpan span, Test test)
    {
        var buffer = ArrayPool<char>.Shared.Rent(ChunkSize);
        try
        {
            for (var start = span.Start; start < span.End; start += ChunkSize - Overlap)
            {
                var length = Math.Min(ChunkSize, span.End - start);
                text.CopyTo(start, buffer, 0, length);
                if (test(buffer.AsSpan(0, length), start))
                    return true;
            }

            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static bool IsNamed(ReadOnlySpan<char> text) => Word(text, 0, "xp", 'e', 'E') >= 0 || text.IndexOf("oft".AsSpan()) >= 0 && HasSoftmax(text);

    // Rows are everywhere, too.
    private static bool IsPower(ReadOnlySpan<char> text) =>
        (text.IndexOf("Pow".AsSpan()) >= 0 || text.IndexOf("pow".AsSpan()) >= 0) && Word(text, 0, "ow", 'p', 'P') >= 0;

    // The word has to end where the name goes on in camel case: Exp, expSum and SumExp, but not Expression, and not Power of the electric kind.
    private static int Word(ReadOnlySpan<char> text, int from, string tail, char lower, char upper)
    {
        for (var at = Next(text, from, tail); at >= 0; at = Next(text, at + 1, tail))
        {
            if (at == 0 || text[at - 1] != lower && text[at - 1] != upper)
                continue;
            var end = at + tail.Length;
            var isStart = text[at - 1] == upper || at == 1 || !char.IsLetterOrDigit(text[at - 2]);
            var isEnd = end >= text.Length || !char.IsLower(text[end]) || text[end] == 'f' && (end + 1 >= text.Length || !char.IsLetterOrDigit(text[end + 1]))
                || StartsWith(text, end, "onential") || StartsWith(text, end, "er(");
            if (isStart && isEnd)
                return at;
        }

        return -1;
    }

    private static int Next(ReadOnlySpan<char> text, int from, string value)
    {
        var at = text.Slice(from).IndexOf(value.AsSpan());
        return at < 0 ? -1 : from + at;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, int from, string word) => text.Slice(from).StartsWith(word.AsSpan());

    private static bool HasAny(ReadOnlySpan<char> text, string[] values)
    {
        foreach (var value in values)
        {
            if (text.IndexOf(value.AsSpan()) >= 0)
                return true;
        }

        return false;
    }

    private static bool HasSoftmax(ReadOnlySpan<char> text) =>
        text.IndexOf("oftMax".AsSpan()) >= 0 || text.IndexOf("oftmax".AsSpan()) >= 0;
}
