namespace SoftmaxGen.Emission;

/// <summary><c>LogSoftmax(x, destination)</c>.</summary>
internal sealed class LogSoftmaxMember(MemberContext context) : PassMember(context, new LogSoftmaxPass(context))
{
    public override string Documentation =>
        $"""
        <summary>log p_i = x_i - log sum_k exp(x_k), relatively accurate also where p_i is close to 1.</summary>
        <param name="x">{DocText.Row("logits", Length)}</param>
        <param name="destination">{DocText.Result("the natural logarithms of the probabilities", Length)}</param>
        <remarks>{DocText.SpecialRows} An element of -infinity beside finite ones gives -infinity.</remarks>
        {DocText.RowErrors}
        """;
}
