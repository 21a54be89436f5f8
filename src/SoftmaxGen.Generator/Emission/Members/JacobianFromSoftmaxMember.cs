namespace SoftmaxGen.Emission;

/// <summary><c>JacobianFromSoftmax(p, destination)</c>.</summary>
internal sealed class JacobianFromSoftmaxMember(MemberContext context) : MemberEmitter(context)
{
    private readonly JacobianPass rows = new(context);

    public override string Documentation =>
        $"""
        <summary>The Jacobian of softmax from its result: J_ij = p_i (1 - p_i) where i = j, else -p_i p_j.</summary>
        <param name="p">{DocText.Row("probabilities", Length)}</param>
        <param name="destination">{DocText.Result($"the symmetric {Length} by {Length} matrix, row-major", Length * Length)}</param>
        {DocText.Errors("p", Length)}
        """;

    public override IEnumerable<Pass> Passes => [rows];

    protected override void WriteBody() => Dispatch(rows, "ref source, 0, ref target");
}
