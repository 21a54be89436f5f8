namespace SoftmaxGen.Emission;

/// <summary><c>Softmax(x, destination)</c>.</summary>
internal sealed class SoftmaxMember(MemberContext context) : PassMember(context, new SoftmaxPass(context))
{
    public override string Documentation =>
        $"""
        <summary>p_i = exp(x_i) / sum_k exp(x_k), relative to the largest element so that nothing overflows.</summary>
        <param name="x">{Docs.Row("logits", Length)}</param>
        <param name="destination">{Docs.Result("the probabilities", Length)}</param>
        <remarks>{Docs.SpecialRows} An element of -infinity beside finite ones gives exactly 0.</remarks>
        {Docs.RowErrors}
        """;
}
