namespace SoftmaxGen.Emission;

/// <summary><c>CrossEntropy(x, target)</c>.</summary>
internal sealed class TargetLossMember : NumberMember
{
    private readonly LogOfSum logOfSum;

    public TargetLossMember(MemberContext context)
        : base(context)
    {
        logOfSum = new LogOfSum(context);
        Pass = new TargetLossPass(context, logOfSum.Pass);
    }

    public override string Documentation => DocText.Of(
        Member,
        Length,
        "-sum_k target_k log p_k of p = softmax(x): the loss of one row whose target is a distribution, in nats.",
        remarks: "An element whose target is 0 counts 0, whatever its logit is. Of a target that is not negative nothing cancels.",
        returns: $"The loss; {DocText.SpecialResult}");

    public override Pass Pass { get; }

    public override IEnumerable<Pass> Passes => [.. logOfSum.Passes, Pass];

    public override string Arguments(string row, string vector, string label) => $"ref {row}, ref {vector}";
}
