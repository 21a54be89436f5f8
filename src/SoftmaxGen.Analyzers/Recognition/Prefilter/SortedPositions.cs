using Microsoft.CodeAnalysis.Text;

namespace SoftmaxGen.Recognition;

/// <summary>Places in a text, in order.</summary>
internal static class SortedPositions
{
    public static bool IsAnyIn(this List<int> positions, TextSpan span)
    {
        var at = positions.BinarySearch(span.Start);
        at = at < 0 ? ~at : at;
        return at < positions.Count && positions[at] < span.End;
    }
}
