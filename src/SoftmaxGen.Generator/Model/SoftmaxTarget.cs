namespace SoftmaxGen.Model;

/// <summary>All that the emission needs to know of one <c>[Softmax(N)]</c>: plain values, compared by value.</summary>
/// <param name="Host">The partial type that receives the members.</param>
/// <param name="Length">N, the number of elements of a row.</param>
/// <param name="Methods">The members asked for.</param>
/// <param name="ElementTypes">The element types asked for.</param>
/// <param name="Accuracy">The accuracy asked for.</param>
/// <param name="Capabilities">What the project can compile.</param>
internal sealed record SoftmaxTarget(
    HostType Host,
    int Length,
    MethodSet Methods,
    ElementTypeSet ElementTypes,
    AccuracyMode Accuracy,
    Capabilities Capabilities)
{
    /// <summary>Whether rows have any length, and <see cref="Length"/> says nothing.</summary>
    public bool HasAnyLength { get; init; }
}
