using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary><c>GumbelSoftmax(x, temperature, uniforms, destination)</c> and its rows: the noise is added in the destination, of which the softmax is taken in place.</summary>
internal sealed class GumbelSoftmaxMember : MemberEmitter
{
    private readonly SoftmaxPass softmax;
    private readonly TemperedRowsPass pass;

    public GumbelSoftmaxMember(MemberContext context)
        : base(context)
    {
        softmax = new SoftmaxPass(context, tempered: true);
        pass = new TemperedRowsPass(context, softmax);
    }

    public override string Documentation => DocText.Of(
        Member,
        Length,
        $"softmax((x + g) / T){(Member.HasRows ? " of each row" : "")} of draws g = -log(-log u) from the Gumbel distribution: a relaxed draw from softmax(x), which tends to one-hot as T tends to 0.",
        remarks: "The noise has the same bits on every processor. " + (Member.HasRows ? "A row with NaN or +infinity in it, or -infinity only, gives a row of NaN." : DocText.SpecialRows));

    public override IEnumerable<Pass> Passes => [softmax, pass];

    protected override void WriteBody()
    {
        Writer.Line($"AddGumbel(ref source, ref weights, ref target, {(Member.HasRows ? "x.Length" : $"{Length}")});");
        Dispatch(pass, $"ref target, temperature, ref target, {(Member.HasRows ? "rows" : "1")}");
    }
}
