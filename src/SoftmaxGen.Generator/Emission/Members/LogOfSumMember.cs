namespace SoftmaxGen.Emission;

/// <summary>log(sum of e^x) less something: log-sum-exp and the cross-entropy.</summary>
internal class LogOfSumMember : NumberMember
{
    public LogOfSumMember(MemberContext context, string summary, string returns, string? remarks = null)
        : this(context, new LogOfSum(context), summary, returns, remarks)
    {
    }

    private LogOfSumMember(MemberContext context, LogOfSum logOfSum, string summary, string returns, string? remarks)
        : base(context, logOfSum.Pass, summary, returns, remarks, logOfSum.Passes.Where(pass => pass != logOfSum.Pass))
    {
    }
}
