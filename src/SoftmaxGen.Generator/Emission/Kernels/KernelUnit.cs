namespace SoftmaxGen.Emission;

/// <summary>What is emitted or left out as a whole: a member of a static class of kernels with its comments, or any other type.</summary>
/// <param name="Type">The type that it stands in, or is.</param>
/// <param name="Text">The text.</param>
/// <param name="Code">The text without the name that it declares.</param>
/// <param name="Names">What it declares: <c>Exp</c> for a kernel, <c>SingleConstants.Reach</c> for a member of another class.</param>
/// <param name="Signature">Its parameters as they are declared.</param>
/// <param name="Count">How many parameters it has, or <see cref="KernelUses.NoArguments"/> where it is not called.</param>
/// <param name="Result">What stands before its name.</param>
internal sealed record KernelUnit(KernelType Type, string Text, string Code, IReadOnlyList<string> Names, string Signature, int Count, string Result)
{
    // Nobody asks for those of most kernels.
    private TypeNames? parameters, returns;

    /// <summary>The types of its parameters, which tell overloads apart.</summary>
    public TypeNames Parameters => parameters ??= new KernelUses(Signature).Types;

    /// <summary>The types of what it returns.</summary>
    public TypeNames Returns => returns ??= new KernelUses(Result).Types;
}

/// <summary>A type in a file of kernels.</summary>
/// <param name="File">The lines before its file's first type: namespace and usings.</param>
/// <param name="Name">The type's name.</param>
/// <param name="Header">Its comments and its first line.</param>
internal sealed record KernelType(KernelFile File, string Name, string Header)
{
    /// <summary>The class whose members hosts call by their names alone.</summary>
    public const string Main = "SoftmaxKernels";

    /// <summary>Whether its members are emitted one by one.</summary>
    public bool HasUnits { get; } = Header.Contains("internal static ") && !Header.EndsWith(">", StringComparison.Ordinal);

    /// <summary>The name by which others find a member.</summary>
    public string NameOf(string member) => Name == Main ? member : Name + "." + member;
}

/// <summary>A file of kernels.</summary>
/// <param name="Head">The lines before its first type: namespace and usings.</param>
internal sealed record KernelFile(string Head);
