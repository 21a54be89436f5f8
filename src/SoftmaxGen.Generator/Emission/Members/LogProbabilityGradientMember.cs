using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary><c>LogProbabilityGradient(x, label, destination)</c> and its rows: the gradient of the cross-entropy times -1.</summary>
internal sealed class LogProbabilityGradientMember : MemberEmitter
{
    private readonly GradientPass single;
    private readonly LossRowsPass rows;

    public LogProbabilityGradientMember(MemberContext context)
        : base(context)
    {
        single = new GradientPass(context, hasLoss: true);
        rows = new LossRowsPass(context, single);
    }

    public override string Documentation => DocText.Of(
        Member,
        Length,
        $"The gradient of log p_label with respect to x{(Member.HasRows ? ", row by row" : "")}: onehot(label) - p.",
        remarks: Member.HasRows ? "A row with NaN or +infinity in it, or -infinity only, gives a row of NaN." : DocText.SpecialRows);

    public override IEnumerable<Pass> Passes => [single, rows];

    protected override void WriteBody()
    {
        string label = Member.Has(ParameterKind.Labels) ? "ref MemoryMarshal.GetReference(labels)" : "ref label";

        // -1 is no label, so that no row is ignored.
        Dispatch(rows, $"ref source, {label}, -1, {(Element == "float" ? "-1f" : "-1.0")}, ref target, {(Member.HasRows ? "rows" : "1")}");
    }
}
