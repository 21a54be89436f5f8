namespace SoftmaxGen.Emission;

/// <summary><c>KullbackLeibler(x, y)</c>.</summary>
internal sealed class DivergenceMember(MemberContext context) : NumberMember(context)
{
    public override string Documentation => DocText.Of(
        Member,
        Length,
        "The Kullback-Leibler divergence of p = softmax(x) from q = softmax(y), in nats: sum_k p_k (log p_k - log q_k). It keeps its accuracy where both are close.",
        remarks: "NaN where a row has NaN or +infinity in it, or -infinity only. +infinity where y is -infinity and x is not; where x is, an element counts 0.",
        returns: "The divergence, at least 0 up to rounding.");

    public override Pass Pass { get; } = new DivergencePass(context, DivergenceResult.Number);

    public override IEnumerable<Pass> Passes => [Pass];

    public override string Arguments(string row, string vector, string label) => $"ref {row}, ref {vector}";
}
