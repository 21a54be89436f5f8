namespace SoftmaxGen.Emission;

/// <summary><c>ArgMax(x, probability, margin)</c> and <c>TopK(x, k, destination, indices)</c>, and their rows: a kernel that takes N as an argument, so that there is one for all hosts.</summary>
internal sealed class PredictionMember : MemberEmitter
{
    private readonly string summary, call, rowsCall;
    private readonly string? returns;

    private PredictionMember(MemberContext context, string summary, string? returns, string call, string rowsCall)
        : base(context)
    {
        this.summary = summary;
        this.returns = returns;
        this.call = call;
        this.rowsCall = rowsCall;
    }

    public override string Documentation => DocText.Of(
        Member,
        Length,
        summary,
        remarks: $"The same bits on every processor and framework, whatever the accuracy. Of equal elements the first comes first, and NaN before all others. Where there is NaN or +infinity in a row, or only -infinity, its probabilities are NaN.",
        returns: Member.HasRows ? null : returns);

    public override IEnumerable<Pass> Passes => [];

    public static PredictionMember ArgMax(MemberContext context) => new(
        context,
        $"The index of the largest element{(context.Member.HasRows ? " of each row" : "")}, its probability, and the margin to the second.",
        "The index.",
        $"return FindMax(ref source, {context.Length}, out probability, out margin);",
        $"Unsafe.Add(ref otherIndices, row) = FindMax(ref Unsafe.Add(ref source, row * {context.Length}), {context.Length}, out Unsafe.Add(ref target, row), out Unsafe.Add(ref otherMargins, row));");

    public static PredictionMember TopK(MemberContext context) => new(
        context,
        $"The k largest elements{(context.Member.HasRows ? " of each row" : "")} in descending order: their probabilities and indices.",
        null,
        $"FindTop(ref source, k, ref target, ref otherIndices, {context.Length});",
        $"FindTop(ref Unsafe.Add(ref source, row * {context.Length}), k, ref Unsafe.Add(ref target, row * k), ref Unsafe.Add(ref otherIndices, row * k), {context.Length});");

    protected override void WriteBody() =>
        Writer.Lines(Member.HasRows ? $"for (int row = 0; row < rows; row++)\n    {rowsCall}" : call);
}
