namespace SoftmaxGen.Model;

/// <summary>Where the members go: a namespace and a chain of partial types, outermost first, the host last.</summary>
/// <param name="Namespace">The namespace as it is written in source, keywords escaped; empty for the global one.</param>
/// <param name="Types">The type declarations to open, outermost first.</param>
/// <param name="HintName">The name of the generated file: unique for each host and safe on every file system.</param>
internal sealed record HostType(string Namespace, EquatableArray<TypeDeclaration> Types, string HintName);

/// <summary>One level of the chain, such as <c>partial record struct</c> <c>Outer&lt;T&gt;</c>.</summary>
/// <param name="Keywords"><c>partial class</c>, <c>partial record struct</c>, and so on; no accessibility, no <c>static</c>.</param>
/// <param name="Name">The identifier, escaped, with its type parameter list.</param>
internal sealed record TypeDeclaration(string Keywords, string Name);
