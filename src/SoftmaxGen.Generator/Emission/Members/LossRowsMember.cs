namespace SoftmaxGen.Emission;

/// <summary><c>CrossEntropyWithGradientRows(x, labels, destination, ignoreIndex)</c>.</summary>
internal sealed class LossRowsMember : MemberEmitter
{
    private readonly Pass pass;

    public LossRowsMember(MemberContext context)
        : base(context)
    {
        GradientPass single = new(context, hasLoss: true);
        LossRowsPass rows = new(context, single);
        pass = OverRows(rows);
        Passes = pass == rows ? [single, pass] : [single, rows, pass];
    }

    public override string Documentation => DocText.Of(
        Context,
        "The mean of the cross-entropies of rows, in nats, and its gradient with respect to them: (p - onehot(label)) / rows, from the same exponentials.",
        remarks: "A row with NaN or +infinity in it, or -infinity only, has a gradient of NaN, and makes the mean NaN. The gradient of a row that does not count is 0.",
        returns: "The mean loss of the rows that count; NaN where none does.");

    public override IEnumerable<Pass> Passes { get; }

    protected override void WriteBody()
    {
        MeanLoss.Begin(Writer, Member, Element);
        DispatchRows(pass, $"{Source}, {Labels}, ignoreIndex, weight, loss, {Target}, {Count}", "loss = ");
        MeanLoss.End(Writer, Member, Element);
    }
}
