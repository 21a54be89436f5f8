using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary><c>SoftmaxRows</c>, <c>SoftmaxColumns</c> and the like: any number of contiguous rows, or of columns, each as the method for one row treats it.</summary>
internal sealed class RowsMember : MemberEmitter
{
    private readonly Pass pass;

    public RowsMember(MemberContext context)
        : base(context)
    {
        MemberDescription member = context.Member.OneRow!;
        Pass single = ((PassMember)member.Emitter(context with { Member = member })).Pass;
        RowsPass rows = new(context, single, single.Precision, IsLabelled, batched: single is SoftmaxPass);
        bool hasLanes = Member.HasColumns && ColumnLanesPass.Pays(context, rows);
        pass = hasLanes ? new ColumnLanesPass(context, rows) : OverRows(rows);
        Passes = hasLanes || pass == rows ? [single, pass] : [single, rows, pass];
    }

    public override string Documentation =>
        DocText.Of(Context, Member.RowsSummary + ".", remarks: "A row with NaN or +infinity in it, or -infinity only, gives a row of NaN.");

    public override IEnumerable<Pass> Passes { get; }

    private bool IsLabelled => Member.Has(ParameterKind.Labels);

    protected override void WriteBody() =>
        DispatchRows(pass, $"{Source}, {(IsLabelled ? $"{Labels}, " : "")}{Target}, {Count}");
}
