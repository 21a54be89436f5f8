namespace SoftmaxGen.Emission;

/// <summary>The loss of one row with label smoothing, of which <c>CrossEntropyRows</c> are made.</summary>
internal sealed class SmoothedLossMember : NumberMember
{
    private readonly LogOfSum logOfSum;
    private readonly MeanOffsetPass offset;

    public SmoothedLossMember(MemberContext context)
        : base(context)
    {
        logOfSum = new LogOfSum(context);
        offset = new MeanOffsetPass(context);
        Pass = new SmoothedLossPass(context, logOfSum.Pass, offset);
    }

    public override string Documentation => throw new NotSupportedException();

    public override Pass Pass { get; }

    public override IEnumerable<Pass> Passes => [.. logOfSum.Passes, offset, Pass];

    public override string Arguments(string row, string vector, string label) => $"ref {row}, Unsafe.Add(ref {row}, {label}), labelSmoothing";
}
