namespace SoftmaxGen.Emission;

/// <summary><c>LogSoftmax(x, destination)</c>.</summary>
internal sealed class LogSoftmaxMember(MemberContext context) : Member(context)
{
    private readonly LogSoftmaxPass pass = new(context);

    public override IEnumerable<Method> Methods =>
    [
        new("void", "LogSoftmax", [In("x"), Destination],
            $"""
            <summary>log p_i = x_i - log sum_k exp(x_k), relatively accurate also where p_i is close to 1.</summary>
            <param name="x">{Docs.Row("logits", Length)}</param>
            <param name="destination">{Docs.Result("the natural logarithms of the probabilities", Length)}</param>
            <remarks>{Docs.SpecialRows} An element of -infinity beside finite ones gives -infinity.</remarks>
            {Docs.RowErrors}
            """),
    ];

    public override IEnumerable<Pass> Passes => [pass];

    public override void Write()
    {
        using (Entry(Methods.Single()))
        {
            Checks.Row(Writer, Element, Length);
            Dispatch(pass, "ref source, ref target");
        }
    }
}
