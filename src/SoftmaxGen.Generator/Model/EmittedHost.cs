namespace SoftmaxGen.Model;

/// <summary>The text of one host, and the kernels that it names.</summary>
/// <param name="HintName">The name of its file.</param>
/// <param name="Text">The text of its file.</param>
/// <param name="Kernels">The kernels, without those that they call in turn.</param>
internal sealed record EmittedHost(string HintName, string Text, KernelSet Kernels);
