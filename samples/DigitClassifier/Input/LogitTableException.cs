namespace DigitClassifier.Input;

/// <summary>A table that cannot be read; the message tells a user where and why.</summary>
internal sealed class LogitTableException(string message) : Exception(message)
{
    public static LogitTableException At(string file, int line, string problem) => new($"{file}, line {line}: {problem}");
}
