namespace SoftmaxGen.Emission;

/// <summary><c>CrossEntropyGradient(x, target, destination)</c>.</summary>
internal sealed class TargetGradientMember : MemberEmitter
{
    private readonly SoftmaxPass softmax;
    private readonly TargetGradientPass pass;

    public TargetGradientMember(MemberContext context)
        : base(context)
    {
        softmax = new SoftmaxPass(context);
        pass = new TargetGradientPass(context, softmax);
    }

    public override string Documentation => DocText.Of(
        Context,
        "The gradient of the cross-entropy with respect to x for a target that is a distribution, whose elements sum to 1: p - target. The difference is exact where both are close.",
        remarks: DocText.SpecialRows);

    public override IEnumerable<Pass> Passes => [softmax, pass];

    protected override void WriteBody() => Dispatch(pass, "ref source, ref weights, ref result");
}
