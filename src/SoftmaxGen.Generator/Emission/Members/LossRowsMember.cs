namespace SoftmaxGen.Emission;

/// <summary><c>CrossEntropyWithGradientRows(x, labels, destination, ignoreIndex)</c>.</summary>
internal sealed class LossRowsMember : MemberEmitter
{
    private readonly GradientPass single;
    private readonly LossRowsPass pass;

    public LossRowsMember(MemberContext context)
        : base(context)
    {
        single = new GradientPass(context, hasLoss: true);
        pass = new LossRowsPass(context, single);
    }

    public override string Documentation =>
        $"""
        <summary>The mean of the cross-entropies of rows, in nats, and its gradient with respect to them: (p - onehot(label)) / rows, from the same exponentials.</summary>
        <param name="x">Contiguous rows of {Length} logits, any number of them.</param>
        <param name="labels">The index of the true class of each row, from 0 to {Length - 1}, or <paramref name="ignoreIndex"/> where the row does not count.</param>
        <param name="destination">Receives the gradient, as many rows. It may start where <paramref name="x"/> does, or be apart from it.</param>
        <param name="ignoreIndex">The label of rows that do not count: neither as a loss nor as a row, and their gradient is 0, whatever is in them.</param>
        <returns>The mean loss of the rows that count; NaN where none does.</returns>
        <remarks>A row with NaN or +infinity in it, or -infinity only, has a gradient of NaN, and makes the mean NaN.</remarks>
        <exception cref="T:System.ArgumentException">The length of <paramref name="x"/> is not a multiple of {Length}, that of <paramref name="labels"/> is not the number of rows, <paramref name="destination"/> is shorter than <paramref name="x"/>, or the two overlap partly.</exception>
        <exception cref="T:System.ArgumentOutOfRangeException">An element of <paramref name="labels"/> is not the index of a class or <paramref name="ignoreIndex"/>; the message says in which row.</exception>
        """;

    public override IEnumerable<Pass> Passes => [single, pass];

    protected override void WriteBody()
    {
        Writer.Line("int counted = CountLabels(labels, ignoreIndex);");
        Writer.Line("double loss;");
        Dispatch(pass, $"ref source, ref MemoryMarshal.GetReference(labels), ignoreIndex, {(Element == "float" ? "1f" : "1.0")} / counted, ref target, rows", "loss = ");
        Writer.Line($"return {(Element == "float" ? "(float)" : "")}(loss / counted);");
    }
}
