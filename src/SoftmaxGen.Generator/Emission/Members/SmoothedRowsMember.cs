namespace SoftmaxGen.Emission;

/// <summary><c>CrossEntropyWithGradientRows(x, labels, destination, labelSmoothing, sum, ignoreIndex)</c>.</summary>
internal sealed class SmoothedRowsMember : MemberEmitter
{
    private readonly Pass pass;

    public SmoothedRowsMember(MemberContext context)
        : base(context)
    {
        GradientPass single = new(context, hasLoss: true);
        MeanOffsetPass offset = new(context);
        SmoothedRowsPass rows = new(context, single, offset);
        pass = OverRows(rows);
        Passes = pass == rows ? [single, offset, rows] : [single, offset, rows, pass];
    }

    public override string Documentation => DocText.Of(
        Context,
        "The mean or the sum of the cross-entropies of rows with label smoothing, in nats, and its gradient with respect to the rows. The target of a row is (1 - labelSmoothing) onehot(label) + labelSmoothing / N, and the gradient p less that, divided by the number of rows for the mean.",
        remarks: "A row with NaN or +infinity in it, or -infinity only, has a gradient of NaN, and makes the loss NaN. A masked element makes it infinite where there is any smoothing.",
        returns: "The loss of the rows that count; where none does the mean is NaN and the sum 0.");

    public override IEnumerable<Pass> Passes { get; }

    protected override void WriteBody()
    {
        MeanLoss.Begin(Writer, Member, Element);
        DispatchRows(pass, $"{Source}, {Labels}, labelSmoothing, ignoreIndex, weight, loss, {Target}, {Count}", "loss = ");
        MeanLoss.End(Writer, Member, Element);
    }
}
