namespace SoftmaxGen.Emission;

/// <summary><c>Softmax(x, destination)</c>.</summary>
internal sealed class SoftmaxMember(MemberContext context) : PassMember(context, new SoftmaxPass(context))
{
    public override string Documentation =>
        $"""
        <summary>p_i = exp(x_i) / sum_k exp(x_k), relative to the largest element so that nothing overflows.</summary>
        <param name="x">{DocText.Row("logits", Length)}</param>
        <param name="destination">{DocText.Result("the probabilities", Length)}</param>
        <remarks>{DocText.SpecialRows} An element of -infinity beside finite ones gives exactly 0.</remarks>
        {DocText.RowErrors}
        """;
}
