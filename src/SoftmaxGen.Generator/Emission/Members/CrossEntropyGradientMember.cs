namespace SoftmaxGen.Emission;

/// <summary><c>CrossEntropyGradient(x, label, destination)</c>.</summary>
internal sealed class CrossEntropyGradientMember(MemberContext context) : PassMember(context, new GradientPass(context))
{
    public override string Documentation =>
        $"""
        <summary>The gradient of the cross-entropy with respect to x: p - onehot(label).</summary>
        <param name="x">{DocText.Row("logits", Length)}</param>
        <param name="label">The index of the true class, from 0 to {Length - 1}.</param>
        <param name="destination">{DocText.Result("the gradient", Length)}</param>
        <remarks>{DocText.SpecialRows} At the label it is minus the sum of the other probabilities, so that it is accurate where p_label is close to 1.</remarks>
        {DocText.RowErrors}
        {DocText.LabelError}
        """;
}
