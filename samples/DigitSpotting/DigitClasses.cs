using SoftmaxGen;

namespace DigitSpotting;

/// <summary>The channels of the network's output: ten digits, for each position of the page.</summary>
[Softmax(10, ElementTypes = SoftmaxElementTypes.Single, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Columns)]
internal static partial class DigitClasses;
