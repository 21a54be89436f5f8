namespace SoftmaxGen.Emission;

/// <summary><c>JacobianFromSoftmax(p, destination)</c>.</summary>
internal sealed class JacobianFromSoftmaxMember(MemberContext context) : MemberEmitter(context)
{
    private readonly JacobianPass rows = new(context);

    public override string Documentation => DocText.Of(
        Context,
        "The Jacobian of softmax from its result: J_ij = p_i (1 - p_i) where i = j, else -p_i p_j.");

    public override IEnumerable<Pass> Passes => [rows];

    protected override void WriteBody() => Dispatch(rows, "ref source, 0, ref target");
}
