using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>log(sum of e^x) less something: log-sum-exp and the cross-entropy.</summary>
internal abstract class LogOfSumMember : NumberMember
{
    private readonly FinestLogSumExpPass finest;
    private readonly LogSumExpPass? quick;

    protected LogOfSumMember(MemberContext context)
        : base(context)
    {
        finest = new FinestLogSumExpPass(context);
        quick = context.Target.Accuracy == AccuracyMode.Precise ? null : new LogSumExpPass(context, finest);
    }

    public override Pass Pass => (Pass?)quick ?? finest;

    public override IEnumerable<Pass> Passes => quick is null ? [finest] : [quick, finest];
}
