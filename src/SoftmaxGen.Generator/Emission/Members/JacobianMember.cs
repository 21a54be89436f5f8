namespace SoftmaxGen.Emission;

/// <summary><c>Jacobian(x, destination)</c>.</summary>
internal sealed class JacobianMember(MemberContext context) : MemberEmitter(context)
{
    private readonly SoftmaxPass softmax = new(context);
    private readonly JacobianPass rows = new(context);

    public override string Documentation => DocText.Of(
        Context,
        "The Jacobian of softmax at x: J_ij = dp_i/dx_j = p_i (1 - p_i) where i = j, else -p_i p_j.",
        remarks: DocText.SpecialRows);

    public override IEnumerable<Pass> Passes => [softmax, rows];

    protected override void WriteBody()
    {
        Writer.Line("// The probabilities stand in the last row until that is written.");
        Writer.Line($"ref {Element} p = ref Unsafe.Add(ref target, {Length * (Length - 1)});");
        Dispatch(softmax, "ref source, ref p");
        Dispatch(rows, $"ref p, {Length - 1}, ref target");
    }
}
