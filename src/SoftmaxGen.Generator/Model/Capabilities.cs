namespace SoftmaxGen.Model;

/// <summary>What the framework and the language of a project have that decides how code for it is written: plain values, compared by value.</summary>
/// <param name="Form">The form of the code.</param>
/// <param name="HasNullable">Whether the language knows nullable reference types.</param>
internal sealed record Capabilities(CodeForm Form, bool HasNullable);

/// <summary>In what the code computes, and what it takes rows in.</summary>
internal enum CodeForm
{
    /// <summary>Vectors, and rows in spans: .NET 8 and later.</summary>
    Vectors,

    /// <summary>One element after the other, and rows in spans: .NET Core 2.1 to .NET 7, and where System.Memory is referred to.</summary>
    Spans,

    /// <summary>One element after the other, and rows in arrays: .NET Standard 2.0 and .NET Framework.</summary>
    Arrays,
}
