using SoftmaxGen;

namespace DigitClassifier;

/// <summary>The ten classes of a classifier of digits: its softmax layer is generated.</summary>
[Softmax(10)]
internal static partial class Digits;
