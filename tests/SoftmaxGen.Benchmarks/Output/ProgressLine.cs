using System.Diagnostics;

namespace SoftmaxGen.Benchmarks.Output;

/// <summary>Tells on the error stream what a command is at: one line that changes, or now and then a line where that is a file.</summary>
internal sealed class ProgressLine : IProgress<string>, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly bool redirected = Console.IsErrorRedirected;
    private long last;

    public void Report(string value)
    {
        if (redirected && last != 0 && Stopwatch.GetElapsedTime(last) < Interval)
            return;
        last = Stopwatch.GetTimestamp();
        Console.Error.Write(redirected ? value + "\n" : $"\r{value,-78}");
    }

    public void Dispose()
    {
        if (!redirected)
            Console.Error.Write($"\r{"",-78}\r");
    }
}
