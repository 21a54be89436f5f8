using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary><c>EntropyRows</c> and the like: the number that a member returns, for each of any number of contiguous rows.</summary>
internal sealed class NumbersMember : MemberEmitter
{
    private readonly NumberMember single;
    private readonly NumbersPass pass;

    public NumbersMember(MemberContext context)
        : base(context)
    {
        MemberDescription member = context.Member.Single!;
        single = (NumberMember)member.Emitter(context with { Member = member });
        pass = new NumbersPass(context, single);
    }

    public override string Documentation => DocText.Of(
        Member,
        Length,
        Member.RowsSummary + ".",
        remarks: $"Each number has the bits that the method for one row returns{(Member.Has(ParameterKind.IgnoreIndex) ? "; of a row that does not count it is 0" : "")}.");

    public override IEnumerable<Pass> Passes => [.. single.Passes, pass];

    private string Passed(MemberParameter parameter) => parameter.Kind switch
    {
        ParameterKind.Rows => $"ref {ArgumentChecks.ReferenceTo(Member, parameter)}",
        ParameterKind.Labels => $"ref MemoryMarshal.GetReference({parameter.Name})",
        _ => parameter.Name,
    };

    protected override void WriteBody() =>
        Dispatch(pass, $"ref source, {string.Concat(NumbersPass.Besides(Member).Select(parameter => Passed(parameter) + ", "))}ref target, rows");
}
