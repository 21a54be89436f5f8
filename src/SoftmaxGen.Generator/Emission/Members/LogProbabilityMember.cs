namespace SoftmaxGen.Emission;

/// <summary><c>LogProbability(x, label)</c>.</summary>
internal sealed class LogProbabilityMember(MemberContext context) : LogOfSumMember(
    context,
    "log p_label of p = softmax(x): x_label - log sum_k exp(x_k).",
    returns: "The logarithm of the probability, at most 0.",
    remarks: DocText.SpecialResult)
{
    // Subtracted, so that certainty is 0 and not -0.
    public override string Converted(string row) => Element == "float" ? "0f - (float)result" : "0.0 - result";
}
