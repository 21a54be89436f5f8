namespace SoftmaxGen.Reference;

/// <summary>One promise: no result of that kind is further off, for any finite input.</summary>
/// <param name="Quantity">Which results.</param>
/// <param name="Type">Of one element type.</param>
/// <param name="Accuracy">Of one accuracy.</param>
/// <param name="From">The shortest row it is for; a bound from a larger length on takes its place there.</param>
/// <param name="Value">The bound, in the unit of the quantity.</param>
public sealed record Bound(Quantity Quantity, SoftmaxElementTypes Type, SoftmaxAccuracy Accuracy, int From, double Value);
