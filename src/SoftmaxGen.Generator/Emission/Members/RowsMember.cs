using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary><c>SoftmaxRows</c> and the like: any number of contiguous rows, each as the method for one row treats it.</summary>
internal sealed class RowsMember : MemberEmitter
{
    private readonly Pass single;
    private readonly RowsPass pass;

    public RowsMember(MemberContext context)
        : base(context)
    {
        MemberDescription member = context.Member.Single!;
        single = ((PassMember)member.Emitter(context with { Member = member })).Pass;
        pass = new RowsPass(context, single, single.Precision, IsLabelled, batched: single is SoftmaxPass);
    }

    /// <summary>The pass over all rows.</summary>
    public RowsPass Pass => pass;

    public override string Documentation
    {
        get
        {
            string labels = IsLabelled ? $"\n<param name=\"labels\">The index of the true class of each row, from 0 to {Length - 1}.</param>" : "";
            string errors = IsLabelled
                ? $"\n<exception cref=\"T:System.ArgumentException\">The length of <paramref name=\"labels\"/> is not the number of rows.</exception>"
                    + $"\n<exception cref=\"T:System.ArgumentOutOfRangeException\">An element of <paramref name=\"labels\"/> is not the index of a class.</exception>"
                : "";
            return $"""
                <summary>{Member.RowsSummary}.</summary>
                <param name="x">Any number of contiguous rows of {Length} logits; none is allowed.</param>{labels}
                <param name="destination">Receives as many rows. It may start where <paramref name="x"/> does, or be apart from it.</param>
                <remarks>A row with NaN or +infinity in it, or -infinity only, gives a row of NaN.</remarks>
                <exception cref="T:System.ArgumentException">The length of <paramref name="x"/> is not a multiple of {Length}, <paramref name="destination"/> is shorter than <paramref name="x"/>, or the two overlap partly.</exception>{errors}
                """;
        }
    }

    public override IEnumerable<Pass> Passes => [single, pass];

    private bool IsLabelled => Member.Has(ParameterKind.Labels);

    protected override void WriteBody() =>
        Dispatch(pass, $"ref source, {(IsLabelled ? "ref MemoryMarshal.GetReference(labels), " : "")}ref target, rows");
}
