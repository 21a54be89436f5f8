namespace SoftmaxGen.Emission;

/// <summary><c>Softmax(x, temperature, destination)</c>.</summary>
internal sealed class TemperatureMember(MemberContext context) : PassMember(context, new SoftmaxPass(context, tempered: true))
{
    public override string Documentation =>
        $"""
        <summary>softmax(x / T): p_i = exp(x_i / T) / sum_k exp(x_k / T). The quotients are never rounded.</summary>
        <param name="x">{DocText.Row("logits", Length)}</param>
        <param name="temperature">T; positive and finite. Large values flatten the distribution, small ones sharpen it.</param>
        <param name="destination">{DocText.Result("the probabilities", Length)}</param>
        <remarks>{DocText.SpecialRows} An element of -infinity beside finite ones gives exactly 0.</remarks>
        {DocText.RowErrors}
        <exception cref="T:System.ArgumentOutOfRangeException"><paramref name="temperature"/> is not positive and finite.</exception>
        """;

    protected override void WriteBody()
    {
        // Double precision has room enough for any temperature of single precision.
        if (!Context.Precision.Widens)
            WriteRescaling();
        base.WriteBody();
    }

    private void WriteRescaling()
    {
        string type = Element == "float" ? "Single" : "Double";
        using (Writer.Block($"if (!(temperature >= Smallest{type}Temperature && temperature <= Largest{type}Temperature))"))
        {
            Writer.Line($"temperature = Rescale(ref source, temperature, ref target, {Length});");
            Writer.Line("source = ref target;");
        }

        Writer.Line();
    }
}
