using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary>A member that returns a row, or rows, from rows and perhaps a vector beside each, by a pass that is made of others.</summary>
internal sealed class ComposedMember : MemberEmitter
{
    private readonly string summary, remarks;
    private readonly Pass pass;

    private ComposedMember(MemberContext context, string summary, string remarks, Pass single, params Pass[] before)
        : base(context)
    {
        this.summary = summary;
        this.remarks = remarks;
        if (!Member.IsBatch)
        {
            pass = single;
            Passes = [.. before, single];
            return;
        }

        EachRowPass rows = new(context, single, HasVector);
        pass = OverRows(rows);
        Passes = [.. before, single, .. pass == rows ? [rows] : (Pass[])[rows, pass]];
    }

    public override string Documentation => DocText.Of(Context, summary + (Member.IsBatch ? ", row by row." : "."), remarks);

    public override IEnumerable<Pass> Passes { get; }

    private bool HasVector => Member.Inputs.Count() > 1;

    private static string Special(MemberContext context) => context.Member.IsBatch ? "A row with NaN or +infinity in it, or -infinity only, gives a row of NaN." : DocText.SpecialRows;

    public static ComposedMember VectorJacobianProduct(MemberContext context) =>
        new(context, DocText.Backward, "No row needs more than its own memory.", new ProductPass(context));

    public static ComposedMember JacobianVectorProduct(MemberContext context) =>
        new(context, DocText.Forward, "No row needs more than its own memory.", new ProductPass(context));

    public static ComposedMember LogSoftmaxProduct(MemberContext context) =>
        new(context, "The gradient with respect to x from the gradient g with respect to log p, the backward pass of log-softmax: g_i - p_i sum_k g_k", "It takes p = softmax(x), and not its logarithm.", new LogSoftmaxProductPass(context));

    public static ComposedMember HessianProduct(MemberContext context)
    {
        SoftmaxPass softmax = new(context);
        ProductPass product = new(context);
        return new(context, "The Hessian of log-sum-exp at x times a vector g: p_i (g_i - sum_k g_k p_k) of p = softmax(x)", Special(context), new HessianProductPass(context, softmax, product), softmax, product);
    }

    public static ComposedMember EntropyGradient(MemberContext context)
    {
        SoftmaxPass softmax = new(context);
        return new(context, "The gradient of the entropy of p = softmax(x) with respect to x: -p_i (log p_i + entropy)", Special(context) + " Of a masked element it is 0.", new EntropyGradientPass(context, softmax), softmax);
    }

    public static ComposedMember DivergenceGradientByX(MemberContext context) =>
        new(context, "The gradient of the Kullback-Leibler divergence of p = softmax(x) from q = softmax(y) with respect to x: p_i (log p_i - log q_i - divergence)", Special(context), DivergencePass.Of(context, DivergenceResult.GradientByX));

    public static ComposedMember DivergenceGradientByY(MemberContext context) =>
        new(context, "The gradient of the Kullback-Leibler divergence of p = softmax(x) from q = softmax(y) with respect to y: q - p", Special(context), DivergencePass.Of(context, DivergenceResult.GradientByY));

    protected override void WriteBody() => DispatchRows(pass, $"{Source}, {(HasVector ? $"{Weights}, " : "")}{Target}{(Member.IsBatch ? $", {Count}" : "")}");
}
