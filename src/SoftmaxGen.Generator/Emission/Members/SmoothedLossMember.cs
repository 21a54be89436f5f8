namespace SoftmaxGen.Emission;

/// <summary>The loss of one row with label smoothing, of which <c>CrossEntropyRows</c> are made.</summary>
internal sealed class SmoothedLossMember : NumberMember
{
    public SmoothedLossMember(MemberContext context)
        : this(context, new LogOfSum(context), new MeanOffsetPass(context))
    {
    }

    private SmoothedLossMember(MemberContext context, LogOfSum logOfSum, MeanOffsetPass offset)
        : base(context, new SmoothedLossPass(context, logOfSum.Pass, offset), "", before: [.. logOfSum.Passes, offset])
    {
    }

    public override string Documentation => throw new NotSupportedException();

    public override string Arguments(string row, string vector, string label) => base.Arguments(row, vector, label) + ", labelSmoothing";
}
