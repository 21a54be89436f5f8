using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>Sentences that the documentation of several members shares.</summary>
internal static class DocText
{
    public const string SpecialRows = "NaN or +infinity anywhere, or -infinity everywhere, gives NaN everywhere.";

    public const string SpecialResult = "NaN where an element is NaN or +infinity, or all are -infinity.";

    public const string LabelError =
        "<exception cref=\"T:System.ArgumentOutOfRangeException\"><paramref name=\"label\"/> is not the index of a class.</exception>";

    public const string RowErrors =
        "<exception cref=\"T:System.ArgumentException\">The length of <paramref name=\"x\"/> is wrong, <paramref name=\"destination\"/> is too short, or the two overlap partly.</exception>";

    public static string Row(string what, RowLength length) => length.IsAny
        ? $"The {what.Replace("the ", "")}; {length} elements, at least one."
        : $"The {what.Replace("the ", "")}; exactly {length} {(length == 1 ? "element" : "elements")}.";

    public static string Result(string what, RowLength length) =>
        $"Receives {what}; at least {length} {(length == 1 ? "element" : "elements")}, of which the first {length} are written. It may start where the input does, or be apart from it.";

    public static string Errors(string first, RowLength length, string? second = null) =>
        $"<exception cref=\"T:System.ArgumentException\">The length of <paramref name=\"{first}\"/>{(second is null ? "" : $" or <paramref name=\"{second}\"/>")} is not {length}, <paramref name=\"destination\"/> is too short, or it overlaps an input partly.</exception>";
}
