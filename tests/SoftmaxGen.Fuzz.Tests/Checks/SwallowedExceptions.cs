using System.Runtime.ExceptionServices;

namespace SoftmaxGen.Fuzz.Tests.Checks;

/// <summary>Exceptions thrown below the package's own code, also those that its guard or the compiler's would hide.</summary>
internal static class SwallowedExceptions
{
    private static readonly AsyncLocal<List<string>?> Current = new();

    static SwallowedExceptions() => AppDomain.CurrentDomain.FirstChanceException += Note;

    /// <summary>From here on, on this thread and what it starts.</summary>
    public static IReadOnlyCollection<string> Collect() => Current.Value = [];

    private static void Note(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (Current.Value is not { } list || thrown.Exception is OperationCanceledException or FuzzFailure)
            return;
        // One that is thrown again where it was awaited has the frames of its origin in its own trace alone.
        string stack = thrown.Exception.StackTrace + Environment.NewLine + Environment.StackTrace;
        if (IsOfRoslyn(thrown.Exception, stack) || !stack.Contains("at SoftmaxGen.", StringComparison.Ordinal) || OwnFrames(stack) is not { Length: > 0 } own)
            return;
        lock (list)
            list.Add($"{thrown.Exception.GetType().Name} from {thrown.Exception.TargetSite?.DeclaringType}.{thrown.Exception.TargetSite?.Name}: {thrown.Exception.Message}\n{own}");
    }

    // Roslyn's way to give up on nesting, to find that a constant overflows, and to say that it met broken code which it cannot make operations of or format.
    private static bool IsOfRoslyn(Exception exception, string stack) =>
        exception is InsufficientExecutionStackException || (exception is OverflowException && stack.Contains(".Binder.Fold", StringComparison.Ordinal))
        || (exception is InvalidOperationException && (exception.Message.StartsWith("Unexpected value '", StringComparison.Ordinal) || stack.Contains("Microsoft.CodeAnalysis.Contract.Fail(", StringComparison.Ordinal)));

    private static string OwnFrames(string stack) => string.Join('\n', stack.Split('\n')
        .Where(line => line.Contains("at SoftmaxGen.", StringComparison.Ordinal) && !line.Contains("SoftmaxGen.Fuzz.", StringComparison.Ordinal))
        .Take(5));
}
