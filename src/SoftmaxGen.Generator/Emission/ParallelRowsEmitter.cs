namespace SoftmaxGen.Emission;

/// <summary>The file that all hosts with <c>ParallelRows</c> share.</summary>
internal static class ParallelRowsEmitter
{
    public const string HintName = "SoftmaxGen.ParallelRows.g.cs";

    /// <summary>The text of the file: every framework that has vectors has all that it needs, and knows nullable references.</summary>
    public static string Text { get; } = $"{HostEmitter.Header}#nullable disable\n\n{KernelsEmitter.Read("ParallelRows")}";
}
