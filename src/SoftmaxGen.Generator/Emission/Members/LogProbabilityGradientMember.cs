using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary><c>LogProbabilityGradient(x, label, destination)</c> and its rows: the gradient of the cross-entropy times -1.</summary>
internal sealed class LogProbabilityGradientMember : MemberEmitter
{
    private readonly Pass pass;

    public LogProbabilityGradientMember(MemberContext context)
        : base(context)
    {
        GradientPass single = new(context, isNegative: true);
        RowsPass rows = new(context, single, single.Precision, labelled: true, batched: false);
        pass = OverRows(rows);
        Passes = pass == rows ? [single, rows] : [single, rows, pass];
    }

    public override string Documentation => DocText.Of(
        Context,
        $"The gradient of log p_label with respect to x{(Member.IsBatch ? ", row by row" : "")}: onehot(label) - p.",
        remarks: Member.IsBatch ? "A row with NaN or +infinity in it, or -infinity only, gives a row of NaN." : DocText.SpecialRows);

    public override IEnumerable<Pass> Passes { get; }

    protected override void WriteBody()
    {
        string label = Member.Has(ParameterKind.Labels) ? Labels : "ref label";
        DispatchRows(pass, $"{Source}, {label}, {Target}, {(Member.IsBatch ? Count : "1")}");
    }
}
