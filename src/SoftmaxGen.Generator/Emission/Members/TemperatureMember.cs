namespace SoftmaxGen.Emission;

/// <summary><c>Softmax(x, temperature, destination)</c>.</summary>
internal sealed class TemperatureMember(MemberContext context) : PassMember(
    context,
    new SoftmaxPass(context, tempered: true),
    "softmax(x / T): p_i = exp(x_i / T) / sum_k exp(x_k / T). The quotients are never rounded.",
    DocText.SpecialRows + " An element of -infinity beside finite ones gives exactly 0.",
    "the probabilities")
{
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
