using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary><c>EntropyRows</c> and the like: the number that a member returns, for each of any number of contiguous rows.</summary>
internal sealed class NumbersMember : MemberEmitter
{
    private readonly NumberMember single;
    private readonly NumbersPass pass;

    public NumbersMember(MemberContext context)
        : base(context)
    {
        MemberDescription member = context.Member.Single!;
        single = (NumberMember)member.Emitter(context with { Member = member });
        pass = new NumbersPass(context, single);
    }

    public override string Documentation
    {
        get
        {
            string ignored = IsIgnoring ? " or <paramref name=\"ignoreIndex\"/>" : "";
            string labels = IsLabelled
                ? $"\n<param name=\"labels\">The index of the true class of each row, from 0 to {Length - 1}{(IsIgnoring ? ", or <paramref name=\"ignoreIndex\"/> where the row does not count" : "")}.</param>"
                : "";
            string ignoreIndex = IsIgnoring ? "\n<param name=\"ignoreIndex\">The label of rows that do not count: their result is 0, whatever is in them.</param>" : "";
            string errors = IsLabelled
                ? $"\n<exception cref=\"T:System.ArgumentException\">The length of <paramref name=\"labels\"/> is not the number of rows.</exception>"
                    + $"\n<exception cref=\"T:System.ArgumentOutOfRangeException\">An element of <paramref name=\"labels\"/> is not the index of a class{ignored}; the message says in which row.</exception>"
                : "";
            return $"""
                <summary>{Member.RowsSummary}.</summary>
                <param name="x">Contiguous rows of {Length} logits, any number of them; an empty span has no rows, and is allowed.</param>{labels}
                <param name="destination">Receives a number for each row. It may start where <paramref name="x"/> does, or be apart from it.</param>{ignoreIndex}
                <remarks>Each number has the bits that the method for one row returns.</remarks>
                <exception cref="T:System.ArgumentException">The length of <paramref name="x"/> is not a multiple of {Length}, <paramref name="destination"/> has fewer elements than there are rows, or the two overlap partly.</exception>{errors}
                """;
        }
    }

    public override IEnumerable<Pass> Passes => [.. single.Passes, pass];

    private bool IsLabelled => Member.Has(ParameterKind.Labels);

    private bool IsIgnoring => Member.Has(ParameterKind.IgnoreIndex);

    protected override void WriteBody() =>
        Dispatch(pass, $"ref source, {(IsLabelled ? "ref MemoryMarshal.GetReference(labels), " : "")}{(IsIgnoring ? "ignoreIndex, " : "")}ref target, rows");
}
