namespace SoftmaxGen.Emission;

/// <summary><c>CrossEntropy(x, label)</c>.</summary>
internal sealed class CrossEntropyMember(MemberContext context) : LogOfSumMember(context)
{
    public override string Documentation =>
        $"""
        <summary>-log p_label = log sum_k exp(x_k) - x_label: the loss of one row, in nats.</summary>
        <param name="x">{DocText.Row("logits", Length)}</param>
        <param name="label">The index of the true class, from 0 to {Length - 1}.</param>
        <returns>The loss, at least 0; {DocText.SpecialResult}</returns>
        <exception cref="T:System.ArgumentException">The length of <paramref name="x"/> is not {Length}.</exception>
        {DocText.LabelError}
        """;

    public override string Arguments(string row, string vector, string label) => $"ref {row}, Unsafe.Add(ref {row}, {label})";
}
