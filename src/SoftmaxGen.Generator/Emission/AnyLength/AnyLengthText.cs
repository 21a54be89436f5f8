using SoftmaxGen.Members;
using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>The documentation of members for rows of any length, in which N is the length of the row.</summary>
internal static class AnyLengthText
{
    /// <summary>What a member is documented for.</summary>
    public static MemberContext Context(SoftmaxTarget target, string element, MemberDescription member, SourceWriter writer) =>
        new(target, element, member, writer) { Length = new RowLength(AnyLengthPass.Starts[AnyLengthPass.Starts.Count - 1], "N", IsArgument: true) };

    /// <summary>The documentation of a member, with what is different where the length is known at run time only.</summary>
    public static string Documentation(string text, MemberDescription member)
    {
        const string Wrong = "The length of <paramref name=\"x\"/> is wrong", IsNot = "The length of <paramref name=\"x\"/> is not N.", Products = "The length of <paramref name=\"p\"/> ";
        text = text.Replace(Wrong, "<paramref name=\"x\"/> is empty").Replace(IsNot, "<paramref name=\"x\"/> is empty.");
        text = text.Replace(Products + "or", "<paramref name=\"p\"/> is empty, the length of").Replace(Products + "is not N", "<paramref name=\"p\"/> is empty");
        if (!member.Has(ParameterKind.RowLength))
            return text;
        int end = text.IndexOf('\n', text.IndexOf($"<param name=\"{member.Inputs.Last().Name}\">", StringComparison.Ordinal));
        return text.Insert(end, $"\n<param name=\"length\">N, the number of elements of a {(member.HasColumns ? $"column; at least 1 and at most {MemberDescription.MaxColumnLength}" : "row; at least 1")}.</param>")
            + $"\n<exception cref=\"T:System.ArgumentOutOfRangeException\"><paramref name=\"length\"/> is less than 1{(member.HasColumns ? $" or more than {MemberDescription.MaxColumnLength}" : "")}.</exception>";
    }
}
