namespace SoftmaxGen.Emission;

/// <summary><c>VectorJacobianProduct(p, upstream, destination)</c> and, the Jacobian being symmetric, its twin.</summary>
internal sealed class VectorProductMember(MemberContext context, string name, string vector, string meaning) : Member(context)
{
    private readonly ProductPass pass = new(context);

    public static VectorProductMember Backward(MemberContext context) =>
        new(context, "VectorJacobianProduct", "upstream", "The gradient with respect to x from the gradient g with respect to p, the backward pass: p_i (g_i - sum_k g_k p_k)");

    public static VectorProductMember Forward(MemberContext context) =>
        new(context, "JacobianVectorProduct", "tangent", "The change of p from a change g of x, forward mode: p_i (g_i - sum_k g_k p_k)");

    public override IEnumerable<Method> Methods =>
    [
        new("void", name, [In("p"), In(vector), Destination],
            $"""
            <summary>{meaning}.</summary>
            <param name="p">{Docs.Row("probabilities", Length)}</param>
            <param name="{vector}">{Docs.Row($"the vector g", Length)}</param>
            <param name="destination">{Docs.Result("the product", Length)}</param>
            {Docs.Errors("p", Length, vector)}
            """),
    ];

    public override IEnumerable<Pass> Passes => [pass];

    public override void Write()
    {
        using (Entry(Methods.Single()))
        {
            Checks.Length(Writer, "p", Length);
            Checks.Length(Writer, vector, Length);
            Checks.Destination(Writer, Length);
            Checks.References(Writer, Element, Length, Length, "p");
            Checks.Reference(Writer, Element, "weights", vector);
            Checks.Overlap(Writer, "weights", Length, Length);
            Dispatch(pass, "ref source, ref weights, ref target");
        }
    }
}
