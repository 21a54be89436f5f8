namespace SoftmaxGen.Emission;

/// <summary><c>Entropy(x)</c>.</summary>
internal sealed class EntropyMember(MemberContext context) : NumberMember(context)
{
    public override string Documentation =>
        $"""
        <summary>-sum_k p_k log p_k of p = softmax(x), in nats. An element whose probability is 0 counts 0.</summary>
        <param name="x">{DocText.Row("logits", Length)}</param>
        <returns>The entropy, from 0 to log({Length}) up to rounding; {DocText.SpecialResult}</returns>
        <exception cref="T:System.ArgumentException">The length of <paramref name="x"/> is not {Length}.</exception>
        """;

    public override Pass Pass { get; } = new EntropyPass(context);

    public override IEnumerable<Pass> Passes => [Pass];
}
