using SoftmaxGen.Members;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary><c>GumbelSoftmax(x, temperature, uniforms, destination)</c> and its rows: the noise is added in the destination, of which the softmax is taken in place.</summary>
internal sealed class GumbelSoftmaxMember : MemberEmitter
{
    // The noise of fewer elements than the least vector has is that of Precise.
    private const int LeastVector = 4;

    private readonly SoftmaxPass softmax;
    private readonly Pass pass;

    public GumbelSoftmaxMember(MemberContext context)
        : base(context)
    {
        softmax = new SoftmaxPass(context, tempered: true);
        TemperedRowsPass rows = new(context, softmax);
        pass = OverRows(rows);
        Passes = pass == rows ? [softmax, rows] : [softmax, rows, pass];
    }

    public override string Documentation => DocText.Of(
        Context,
        $"softmax((x + g) / T){(Member.IsBatch ? " of each row" : "")} of draws g = -log(-log u) from the Gumbel distribution: a relaxed draw from softmax(x), which tends to one-hot as T tends to 0.",
        remarks: (Context.Precision.Mode == AccuracyMode.Precise ? "The noise has the same bits on every processor. " : "") + (Member.IsBatch ? "A row with NaN or +infinity in it, or -infinity only, gives a row of NaN." : DocText.SpecialRows));

    public override IEnumerable<Pass> Passes { get; }

    protected override void WriteBody()
    {
        string call = $"(ref source, ref weights, ref target, {(Member.IsBatch ? "x.Length" : $"{Length}")});";
        bool isQuick = Element == "float" && Context.Precision.Mode != AccuracyMode.Precise;
        if (isQuick && Length.IsAny)
            Writer.Lines($"if ({Length} < {LeastVector})\n    AddGumbelPrecisely{call}\nelse\n    AddGumbel{call}");
        else
            Writer.Line((isQuick && !(Length < LeastVector) ? "AddGumbel" : "AddGumbelPrecisely") + call);
        DispatchRows(pass, $"{Target}, temperature, {Target}, {(Member.IsBatch ? Count : "1")}");
    }
}
