namespace SoftmaxGen.Emission;

/// <summary><c>VectorJacobianProduct(p, upstream, destination)</c> and, the Jacobian being symmetric, its twin.</summary>
internal sealed class VectorProductMember(MemberContext context, string meaning) : PassMember(context, new ProductPass(context))
{
    public static VectorProductMember Backward(MemberContext context) =>
        new(context, "The gradient with respect to x from the gradient g with respect to p, the backward pass: p_i (g_i - sum_k g_k p_k)");

    public static VectorProductMember Forward(MemberContext context) =>
        new(context, "The change of p from a change g of x, forward mode: p_i (g_i - sum_k g_k p_k)");

    public override string Documentation =>
        $"""
        <summary>{meaning}.</summary>
        <param name="p">{DocText.Row("probabilities", Length)}</param>
        <param name="{Vector}">{DocText.Row($"the vector g", Length)}</param>
        <param name="destination">{DocText.Result("the product", Length)}</param>
        {DocText.Errors("p", Length, Vector)}
        """;

    private string Vector => Member.Parameters[1].Name;
}
