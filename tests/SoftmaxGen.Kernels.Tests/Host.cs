namespace SoftmaxGen.Kernels.Tests;

/// <summary>A target, so that the kernels are emitted.</summary>
[Softmax(2, Methods = SoftmaxMethods.LogSumExp)]
internal static partial class Host;
