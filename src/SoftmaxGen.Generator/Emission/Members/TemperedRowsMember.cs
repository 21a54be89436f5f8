using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary>The members with a temperature that return rows, for one row and for many: <c>LogSoftmaxRows(x, temperature, destination)</c> and the like.</summary>
internal sealed class TemperedRowsMember : MemberEmitter
{
    private readonly string summary;
    private readonly Pass pass;

    private TemperedRowsMember(MemberContext context, string summary, Pass single, params Pass[] before)
        : base(context)
    {
        this.summary = summary;
        TemperedRowsPass rows = new(context, single, IsLabelled);
        pass = OverRows(rows);
        Passes = [.. before, single, .. pass == rows ? [rows] : (Pass[])[rows, pass]];
    }

    public override string Documentation => DocText.Of(
        Context,
        summary + ". The quotients are never rounded.",
        remarks: Member.IsBatch ? "A row with NaN or +infinity in it, or -infinity only, gives a row of NaN." : DocText.SpecialRows);

    public override IEnumerable<Pass> Passes { get; }

    private bool IsLabelled => Member.Has(ParameterKind.Label) || Member.Has(ParameterKind.Labels);

    public static TemperedRowsMember Softmax(MemberContext context) =>
        new(context, "softmax(x / T) of each row", new SoftmaxPass(context, tempered: true));

    public static TemperedRowsMember LogSoftmax(MemberContext context)
    {
        TemperedLogSumPass logarithm = new(context);
        return new(context, $"The logarithm of softmax(x / T){(context.Member.IsBatch ? " of each row" : "")}", new TemperedLogSoftmaxPass(context, logarithm), logarithm);
    }

    public static TemperedRowsMember CrossEntropyGradient(MemberContext context) =>
        new(context, $"The gradient of the cross-entropy of softmax(x / T) with respect to x{(context.Member.IsBatch ? ", row by row" : "")}: (p - onehot(label)) / T", new GradientPass(context, tempered: true));

    protected override void WriteBody()
    {
        string labels = Member.Has(ParameterKind.Labels) ? $"{Labels}, " : IsLabelled ? "ref label, " : "";
        DispatchRows(pass, $"{Source}, temperature, {labels}{Target}, {(Member.IsBatch ? Count : "1")}");
    }
}
