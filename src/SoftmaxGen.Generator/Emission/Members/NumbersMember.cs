using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary><c>EntropyRows</c> and the like: the number that a member returns, for each of any number of contiguous rows.</summary>
internal sealed class NumbersMember : MemberEmitter
{
    private readonly NumberMember single;
    private readonly Pass pass;

    public NumbersMember(MemberContext context)
        : base(context)
    {
        MemberDescription member = context.Member.OneRow!;
        single = (NumberMember)member.Emitter(context with { Member = member });
        NumbersPass rows = new(context, single);
        pass = OverRows(rows);
        Passes = pass == rows ? [.. single.Passes, pass] : [.. single.Passes, rows, pass];
    }

    public override string Documentation => DocText.Of(
        Context,
        Member.RowsSummary + ".",
        remarks: $"Each number has the bits that the method for one vector of logits returns{(Member.Has(ParameterKind.IgnoreIndex) ? "; of a row that does not count it is 0" : "")}.");

    public override IEnumerable<Pass> Passes { get; }

    private string Passed(MemberParameter parameter) => parameter.Kind switch
    {
        ParameterKind.Rows or ParameterKind.Columns => Weights,
        ParameterKind.Labels => Labels,
        _ => parameter.Name,
    };

    protected override void WriteBody() =>
        DispatchRows(pass, $"{Source}, {string.Concat(NumbersPass.Besides(Member).Select(parameter => Passed(parameter) + ", "))}{Target}, {Count}");
}
