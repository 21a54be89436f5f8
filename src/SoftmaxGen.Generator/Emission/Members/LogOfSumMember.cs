namespace SoftmaxGen.Emission;

/// <summary>log(sum of e^x) less something: log-sum-exp and the cross-entropy.</summary>
internal abstract class LogOfSumMember(MemberContext context) : NumberMember(context)
{
    private readonly LogOfSum logOfSum = new(context);

    public override Pass Pass => logOfSum.Pass;

    public override IEnumerable<Pass> Passes => logOfSum.Passes;
}
