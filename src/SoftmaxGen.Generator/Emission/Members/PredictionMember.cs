using SoftmaxGen.Members;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary><c>ArgMax(x, probability, margin)</c> and <c>TopK(x, k, destination, indices)</c>, their rows and columns: a kernel that takes N as an argument, so that there is one for all hosts.</summary>
internal sealed class PredictionMember : MemberEmitter
{
    private readonly string summary, call, rowsCall;
    private readonly string? returns;
    private readonly KernelColumnsPass? columns;

    private PredictionMember(MemberContext context, string summary, string? returns, string call, string rowsCall, string kernel, string tileCall)
        : base(context)
    {
        this.summary = summary;
        this.returns = returns;
        this.call = call;
        this.rowsCall = rowsCall;
        if (Member.HasColumns)
            columns = new(context, kernel, IsTop ? "int k, " : "", tileCall);
    }

    public override string Documentation => DocText.Of(
        Context,
        summary,
        remarks: $"{(Context.Precision.Mode == AccuracyMode.Precise ? "The same bits on every processor and framework. " : "")}Of equal elements the first comes first, and NaN before all others. Where there is NaN or +infinity in a row, or only -infinity, its probabilities are NaN.",
        returns: Member.IsBatch ? null : returns);

    public override IEnumerable<Pass> Passes => columns is null ? [] : [columns];

    private bool IsTop => Member.Result == ResultShape.Top;

    public static PredictionMember ArgMax(MemberContext context) => new(
        context,
        $"The index of the largest element{(context.Member.IsBatch ? " of each row" : "")}, its probability, and the margin to the second.",
        "The index.",
        $"return {context.KernelOfDraws("FindMax")}(ref source, {context.Length}, out probability, out margin);",
        $"Unsafe.Add(ref otherIndices, row) = {context.KernelOfDraws("FindMax")}(ref Unsafe.Add(ref source, row * {context.Length}), {context.Length}, out Unsafe.Add(ref target, row), out Unsafe.Add(ref otherMargins, row));",
        context.KernelOfDraws("FindMax"),
        $"Unsafe.Add(ref indices, first + row) = {context.KernelOfDraws("FindMax")}(ref Unsafe.Add(ref tile, row * {context.Length}), {context.Length}, out Unsafe.Add(ref destination, first + row), out Unsafe.Add(ref margins, first + row))");

    public static PredictionMember TopK(MemberContext context) => new(
        context,
        $"The k largest elements{(context.Member.IsBatch ? " of each row" : "")} in descending order: their probabilities and indices.",
        null,
        $"{context.KernelOfDraws("FindTop")}(ref source, k, ref target, ref otherIndices, {context.Length});",
        $"{context.KernelOfDraws("FindTop")}(ref Unsafe.Add(ref source, row * {context.Length}), k, ref Unsafe.Add(ref target, row * k), ref Unsafe.Add(ref otherIndices, row * k), {context.Length});",
        context.KernelOfDraws("FindTop"),
        $"{context.KernelOfDraws("FindTop")}(ref Unsafe.Add(ref tile, row * {context.Length}), k, ref Unsafe.Add(ref resultTile, row * k), ref Unsafe.Add(ref indexTile, row * k), {context.Length})");

    protected override void WriteBody()
    {
        if (columns is null)
            Writer.Lines(Member.HasRows ? $"for (int row = 0; row < rows; row++)\n    {rowsCall}" : call);
        else if (IsTop)
            DispatchRows(columns, $"{Source}, k, {Target}, ref Unsafe.Add(ref otherIndices, {OffsetOfResult}), {Count}");
        else
            DispatchRows(columns, $"{Source}, {Target}, ref Unsafe.Add(ref otherIndices, {OffsetOfResult}), ref Unsafe.Add(ref otherMargins, {OffsetOfResult}), {Count}");
    }
}
