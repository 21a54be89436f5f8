using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary>A member that is one pass over a row: the pass takes the parameters of the member, in their order.</summary>
internal abstract class PassMember(MemberContext context, Pass pass) : MemberEmitter(context)
{
    /// <summary>The pass.</summary>
    public Pass Pass => pass;

    public sealed override IEnumerable<Pass> Passes => [pass];

    protected override void WriteBody() => Dispatch(pass, string.Join(", ", Member.Parameters.Select(Argument)));

    private string Argument(MemberParameter parameter) => parameter.Kind switch
    {
        ParameterKind.Destination => "ref target",
        ParameterKind.Row => $"ref {ArgumentChecks.ReferenceTo(Member, parameter)}",
        _ => parameter.Name,
    };
}
