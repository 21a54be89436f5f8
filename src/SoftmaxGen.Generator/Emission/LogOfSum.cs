using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>The pass for log(sum of e^x) less an origin, and those that it calls: one for all members that need it.</summary>
internal sealed class LogOfSum
{
    private readonly FinestLogSumExpPass finest;
    private readonly LogSumExpPass? quick;

    public LogOfSum(MemberContext context)
    {
        finest = new FinestLogSumExpPass(context);
        quick = context.Target.Accuracy == AccuracyMode.Precise ? null : new LogSumExpPass(context, finest);
    }

    public Pass Pass => (Pass?)quick ?? finest;

    public IEnumerable<Pass> Passes => quick is null ? [finest] : [quick, finest];
}
