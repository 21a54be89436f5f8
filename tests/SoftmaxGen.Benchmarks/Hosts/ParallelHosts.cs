namespace SoftmaxGen.Benchmarks.Hosts;

[Softmax(10, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.ParallelRows, ElementTypes = SoftmaxElementTypes.Single)]
internal static partial class Parallel10;

[Softmax(100, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.ParallelRows, ElementTypes = SoftmaxElementTypes.Single)]
internal static partial class Parallel100;

[Softmax(1000, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.ParallelRows, ElementTypes = SoftmaxElementTypes.Single)]
internal static partial class Parallel1000;
