namespace Samples.Common;

/// <summary>Input that cannot be read; the message tells a user where and why.</summary>
public sealed class InputException(string message) : Exception(message)
{
    public static InputException At(string file, int line, string problem) => new($"{file}, line {line}: {problem}");
}
