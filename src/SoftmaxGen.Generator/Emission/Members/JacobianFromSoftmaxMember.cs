namespace SoftmaxGen.Emission;

/// <summary><c>JacobianFromSoftmax(p, destination)</c>.</summary>
internal sealed class JacobianFromSoftmaxMember(MemberContext context) : Member(context)
{
    private readonly JacobianPass rows = new(context);

    private int Size => Length * Length;

    public override IEnumerable<Method> Methods =>
    [
        new("void", "JacobianFromSoftmax", [In("p"), Destination],
            $"""
            <summary>The Jacobian of softmax from its result: J_ij = p_i (1 - p_i) where i = j, else -p_i p_j.</summary>
            <param name="p">{Docs.Row("probabilities", Length)}</param>
            <param name="destination">{Docs.Result($"the symmetric {Length} by {Length} matrix, row-major", Size)}</param>
            {Docs.Errors("p", Length)}
            """),
    ];

    public override IEnumerable<Pass> Passes => [rows];

    public override void Write()
    {
        using (Entry(Methods.Single()))
        {
            Checks.Length(Writer, "p", Length);
            Checks.Destination(Writer, Size);
            Checks.References(Writer, Element, Length, Size, "p");
            Dispatch(rows, "ref source, 0, ref target");
        }
    }
}
