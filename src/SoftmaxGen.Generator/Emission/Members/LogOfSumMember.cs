using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>log(sum of e^x) less something: log-sum-exp and the cross-entropy.</summary>
internal abstract class LogOfSumMember : MemberEmitter
{
    private readonly FinestLogSumExpPass finest;
    private readonly LogSumExpPass? quick;

    protected LogOfSumMember(MemberContext context)
        : base(context)
    {
        finest = new FinestLogSumExpPass(context);
        quick = context.Target.Accuracy == AccuracyMode.Precise ? null : new LogSumExpPass(context, finest);
    }

    public override IEnumerable<Pass> Passes => quick is null ? [finest] : [quick, finest];

    /// <summary>Sets <c>result</c>, a double; NaN where the maximum is NaN or infinite.</summary>
    protected void WriteLogSumExp(string origin)
    {
        Writer.Line("double result;");
        Dispatch((Pass?)quick ?? finest, $"ref source, {origin}", "result = ");
    }
}
