using SoftmaxGen;

namespace Transitive.Library;

/// <summary>A public type of a library: its users call it without the package.</summary>
[Softmax(3, ElementTypes = SoftmaxElementTypes.Double, Accuracy = SoftmaxAccuracy.Fast)]
public static partial class P;
