namespace SoftmaxGen.Emission;

/// <summary><c>CrossEntropy(x, temperature, label)</c> and its derivative by the temperature.</summary>
internal sealed class TemperedLossMember(MemberContext context, bool isDerivative) : NumberMember(context)
{
    public static TemperedLossMember Loss(MemberContext context) => new(context, isDerivative: false);

    public static TemperedLossMember Derivative(MemberContext context) => new(context, isDerivative: true);

    public override string Documentation => DocText.Of(
        Member,
        Length,
        isDerivative ? "The derivative of the cross-entropy of softmax(x / T) by T: (x_label - sum_k p_k x_k) / T^2. What a temperature is fitted by."
            : "-log p_label of p = softmax(x / T): the loss of one row, in nats.",
        remarks: DocText.SpecialResult,
        returns: isDerivative ? "The derivative." : "The loss, at least 0.");

    public override Pass Pass { get; } = new TemperedLogSumPass(context, isDerivative);

    public override IEnumerable<Pass> Passes => [Pass];

    public override string Arguments(string row, string vector, string label) => $"ref {row}, temperature, Unsafe.Add(ref {row}, {label})";
}
