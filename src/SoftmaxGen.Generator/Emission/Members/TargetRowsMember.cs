using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary><c>CrossEntropyGradientRows(x, targets, destination)</c>, and <c>CrossEntropyWithGradientRows(x, targets, destination, sum)</c>, which returns the loss, too.</summary>
internal sealed class TargetRowsMember : MemberEmitter
{
    private readonly Pass pass;

    public TargetRowsMember(MemberContext context)
        : base(context)
    {
        SoftmaxPass softmax = new(context);
        RowsPass softmaxRows = new(context, softmax, softmax.Precision, labelled: false, batched: true);
        LogOfSum logOfSum = new(context);
        TargetLossPass? loss = Member.ReturnsLoss ? new(context, logOfSum.Pass) : null;
        TargetRowsPass rows = new(context, softmaxRows, loss);
        pass = OverRows(rows);
        Passes = [softmax, softmaxRows, .. loss is null ? [] : (Pass[])[.. logOfSum.Passes, loss], .. pass == rows ? [rows] : (Pass[])[rows, pass]];
    }

    public override string Documentation => Member.ReturnsLoss
        ? DocText.Of(
            Context,
            "The mean or the sum of the cross-entropies of rows whose targets are distributions, in nats, and its gradient with respect to the rows: (p - target) / rows, or p - target.",
            remarks: "A row with NaN or +infinity in it, or -infinity only, has a gradient of NaN, and makes the loss NaN.",
            returns: "The loss; of no rows the mean is NaN and the sum 0.")
        : DocText.Of(
            Context,
            "The gradient of the cross-entropy of each row with respect to it, where targets are distributions: p - target.",
            remarks: "A row with NaN or +infinity in it, or -infinity only, gives a row of NaN.");

    public override IEnumerable<Pass> Passes { get; }

    protected override void WriteBody()
    {
        if (!Member.ReturnsLoss)
        {
            DispatchRows(pass, $"{Source}, {Weights}, {(Element == "float" ? "1f" : "1.0")}, {Target}, {Count}");
            return;
        }

        MeanLoss.Begin(Writer, Member, Element);
        DispatchRows(pass, $"{Source}, {Weights}, weight, loss, {Target}, {Count}", "loss = ");
        MeanLoss.End(Writer, Member, Element);
    }
}
