namespace SoftmaxGen.Benchmarks.Hosts;

// Rows of halves, and the members for floats that one would call between two conversions.

[Softmax(10, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Rows, ElementTypes = SoftmaxElementTypes.Single | SoftmaxElementTypes.Half)]
internal static partial class Halves10;

[Softmax(16, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Rows, ElementTypes = SoftmaxElementTypes.Single | SoftmaxElementTypes.Half)]
internal static partial class Halves16;

[Softmax(100, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Rows, ElementTypes = SoftmaxElementTypes.Single | SoftmaxElementTypes.Half)]
internal static partial class Halves100;

[Softmax(1000, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Rows, ElementTypes = SoftmaxElementTypes.Single | SoftmaxElementTypes.Half)]
internal static partial class Halves1000;

[Softmax(4096, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Rows, ElementTypes = SoftmaxElementTypes.Single | SoftmaxElementTypes.Half)]
internal static partial class Halves4096;

[Softmax(50257, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Rows, ElementTypes = SoftmaxElementTypes.Single | SoftmaxElementTypes.Half)]
internal static partial class Halves50257;
