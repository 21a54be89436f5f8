namespace SoftmaxGen.Emission;

/// <summary><c>CrossEntropyGradient(x, label, destination)</c>.</summary>
internal sealed class CrossEntropyGradientMember(MemberContext context) : Member(context)
{
    private readonly GradientPass pass = new(context);

    public override IEnumerable<Method> Methods =>
    [
        new("void", "CrossEntropyGradient", [In("x"), new Parameter("int", "label"), Destination],
            $"""
            <summary>The gradient of the cross-entropy with respect to x: p - onehot(label).</summary>
            <param name="x">{Docs.Row("logits", Length)}</param>
            <param name="label">The index of the true class, from 0 to {Length - 1}.</param>
            <param name="destination">{Docs.Result("the gradient", Length)}</param>
            <remarks>{Docs.SpecialRows} At the label it is minus the sum of the other probabilities, so that it is accurate where p_label is close to 1.</remarks>
            {Docs.RowErrors}
            {Docs.LabelError}
            """),
    ];

    public override IEnumerable<Pass> Passes => [pass];

    public override void Write()
    {
        using (Entry(Methods.Single()))
        {
            Checks.Length(Writer, "x", Length);
            Checks.Label(Writer, Length);
            Checks.Destination(Writer, Length);
            Checks.References(Writer, Element, Length);
            Dispatch(pass, "ref source, label, ref target");
        }
    }
}
