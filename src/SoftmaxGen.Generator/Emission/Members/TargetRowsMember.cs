using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary><c>CrossEntropyGradientRows(x, targets, destination)</c>, and <c>CrossEntropyWithGradientRows(x, targets, destination, sum)</c>, which returns the loss, too.</summary>
internal sealed class TargetRowsMember : MemberEmitter
{
    private readonly SoftmaxPass softmax;
    private readonly RowsPass rows;
    private readonly IReadOnlyList<Pass> passesOfLoss = [];
    private readonly TargetRowsPass pass;

    public TargetRowsMember(MemberContext context)
        : base(context)
    {
        softmax = new SoftmaxPass(context);
        rows = new RowsPass(context, softmax, softmax.Precision, labelled: false, batched: true);
        if (!Member.ReturnsLoss)
        {
            pass = new TargetRowsPass(context, rows);
            return;
        }

        LogOfSum logOfSum = new(context);
        TargetLossPass loss = new(context, logOfSum.Pass);
        passesOfLoss = [.. logOfSum.Passes, loss];
        pass = new TargetRowsPass(context, rows, loss);
    }

    public override string Documentation => Member.ReturnsLoss
        ? DocText.Of(
            Member,
            Length,
            "The mean or the sum of the cross-entropies of rows whose targets are distributions, in nats, and its gradient with respect to the rows: (p - target) / rows, or p - target.",
            remarks: "A row with NaN or +infinity in it, or -infinity only, has a gradient of NaN, and makes the loss NaN.",
            returns: "The loss; of no rows the mean is NaN and the sum 0.")
        : DocText.Of(
            Member,
            Length,
            "The gradient of the cross-entropy of each row with respect to it, where targets are distributions: p - target.",
            remarks: "A row with NaN or +infinity in it, or -infinity only, gives a row of NaN.");

    public override IEnumerable<Pass> Passes => [softmax, rows, .. passesOfLoss, pass];

    protected override void WriteBody()
    {
        string one = Element == "float" ? "1f" : "1.0";
        if (!Member.ReturnsLoss)
        {
            Dispatch(pass, $"ref source, ref weights, {one}, ref target, rows");
            return;
        }

        Writer.Line("double loss;");
        Dispatch(pass, $"ref source, ref weights, sum ? {one} : {one} / rows, ref target, rows", "loss = ");
        Writer.Line($"return {(Element == "float" ? "(float)" : "")}(sum ? loss : loss / rows);");
    }
}
