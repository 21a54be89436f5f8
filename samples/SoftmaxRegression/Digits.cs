using SoftmaxGen;

namespace SoftmaxRegression;

/// <summary>The ten classes: the loss and its gradient are generated.</summary>
[Softmax(10, ElementTypes = SoftmaxElementTypes.Double, Methods = SoftmaxMethods.LossAndGradient)]
internal static partial class Digits;
