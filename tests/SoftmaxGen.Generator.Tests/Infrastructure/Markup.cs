using System.Text;

namespace SoftmaxGen.Generator.Tests.Infrastructure;

/// <summary>
/// A source that says what is wrong with it: <c>{|SMX0001:P|}</c> is the text P with a squiggle, the notation of Microsoft.CodeAnalysis.Testing.
/// </summary>
internal sealed record Markup(string Source, IReadOnlyList<Squiggle> Squiggles)
{
    public static Markup Parse(string text)
    {
        var source = new StringBuilder();
        var squiggles = new List<Squiggle>();
        var open = new Stack<(string Id, int Start)>();
        for (int i = 0; i < text.Length; i++)
        {
            if (text.AsSpan(i).StartsWith("{|"))
            {
                int colon = text.IndexOf(':', i);
                open.Push((text[(i + 2)..colon], source.Length));
                i = colon;
            }
            else if (open.Count > 0 && text.AsSpan(i).StartsWith("|}"))
            {
                (string id, int start) = open.Pop();
                squiggles.Add(new Squiggle(id, start, source.ToString(start, source.Length - start)));
                i++;
            }
            else
            {
                source.Append(text[i]);
            }
        }

        return new Markup(source.ToString(), [.. squiggles.Order()]);
    }
}

/// <summary>A diagnostic as a reader of the source sees it.</summary>
internal readonly record struct Squiggle(string Id, int Start, string Text) : IComparable<Squiggle>
{
    public int CompareTo(Squiggle other) => (Start, Id).CompareTo((other.Start, other.Id));
}
