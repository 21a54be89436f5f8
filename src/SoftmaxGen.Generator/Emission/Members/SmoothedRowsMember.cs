namespace SoftmaxGen.Emission;

/// <summary><c>CrossEntropyWithGradientRows(x, labels, destination, labelSmoothing, sum, ignoreIndex)</c>.</summary>
internal sealed class SmoothedRowsMember : MemberEmitter
{
    private readonly GradientPass single;
    private readonly MeanOffsetPass offset;
    private readonly SmoothedRowsPass pass;

    public SmoothedRowsMember(MemberContext context)
        : base(context)
    {
        single = new GradientPass(context, hasLoss: true);
        offset = new MeanOffsetPass(context);
        pass = new SmoothedRowsPass(context, single, offset);
    }

    public override string Documentation => DocText.Of(
        Member,
        Length,
        "The mean or the sum of the cross-entropies of rows with label smoothing, in nats, and its gradient with respect to the rows. The target of a row is (1 - labelSmoothing) onehot(label) + labelSmoothing / N, and the gradient p less that, divided by the number of rows for the mean.",
        remarks: "A row with NaN or +infinity in it, or -infinity only, has a gradient of NaN, and makes the loss NaN. A masked element makes it infinite where there is any smoothing.",
        returns: "The loss of the rows that count; where none does the mean is NaN and the sum 0.");

    public override IEnumerable<Pass> Passes => [single, offset, pass];

    protected override void WriteBody()
    {
        (string one, string type) = Element == "float" ? ("1f", "(float)") : ("1.0", "");
        Writer.Line("int counted = CountLabels(labels, ignoreIndex);");
        Writer.Line("double loss;");
        Dispatch(pass, $"ref source, ref MemoryMarshal.GetReference(labels), labelSmoothing, ignoreIndex, sum ? {one} : {one} / counted, ref target, rows", "loss = ");
        Writer.Line($"return {type}(sum ? loss : loss / counted);");
    }
}
