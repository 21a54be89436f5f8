using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary>A member that is one pass over a row: the pass takes the parameters of the member, in their order.</summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="pass">The pass.</param>
/// <param name="summary">What it computes.</param>
/// <param name="remarks">What becomes of special values.</param>
/// <param name="received">What the destination receives, where that has a name.</param>
internal class PassMember(MemberContext context, Pass pass, string summary, string? remarks = null, string? received = null) : MemberEmitter(context)
{
    /// <summary>The pass.</summary>
    public Pass Pass => pass;

    public override string Documentation => DocText.Of(Context, summary, remarks, received: received);

    public sealed override IEnumerable<Pass> Passes => [pass];

    protected override void WriteBody() => Dispatch(pass, string.Join(", ", Member.Parameters.Select(Argument)));

    private string Argument(MemberParameter parameter) => parameter.Kind switch
    {
        ParameterKind.Destination => "ref target",
        ParameterKind.Row => $"ref {ArgumentChecks.ReferenceTo(Member, parameter)}",
        _ => parameter.Name,
    };
}
