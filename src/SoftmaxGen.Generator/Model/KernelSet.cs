namespace SoftmaxGen.Model;

/// <summary>Kernels by their numbers in the catalog of a form, in ascending order.</summary>
internal sealed record KernelSet(Capabilities Capabilities, EquatableArray<int> Numbers);
