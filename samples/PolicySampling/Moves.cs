using SoftmaxGen;

namespace PolicySampling;

/// <summary>The nine squares of tic-tac-toe as actions. Precise: the same bits on every processor, so games can be replayed anywhere.</summary>
[Softmax(9, Accuracy = SoftmaxAccuracy.Precise, ElementTypes = SoftmaxElementTypes.Double, Methods = SoftmaxMethods.Default | SoftmaxMethods.Entropy | SoftmaxMethods.PolicyGradients)]
internal static partial class Moves;
