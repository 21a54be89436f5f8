using System.Diagnostics;

namespace SoftmaxGen.Benchmarks.Cancellation;

/// <summary>Work of an IDE that is cancelled at moments spread over the time that it takes.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Prepare">What comes before it and is not measured; gives the work itself.</param>
internal sealed record CancelledWork(string Name, Func<Action<CancellationToken>> Prepare)
{
    /// <summary>How long the work takes if nobody cancels it.</summary>
    public TimeSpan Whole()
    {
        Action<CancellationToken> work = Prepare();
        long start = Stopwatch.GetTimestamp();
        work(CancellationToken.None);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>From the cancellation to the end of the work; null where it was done before.</summary>
    public TimeSpan? Latency(TimeSpan after)
    {
        Action<CancellationToken> work = Prepare();
        using CancellationTokenSource source = new();
        long cancelled = 0;
        Thread canceller = new(() =>
        {
            Thread.Sleep(after);
            Volatile.Write(ref cancelled, Stopwatch.GetTimestamp());
            source.Cancel();
        });
        canceller.Start();
        try
        {
            work(source.Token);
            return null;
        }
        catch (OperationCanceledException)
        {
            return Stopwatch.GetElapsedTime(Volatile.Read(ref cancelled));
        }
        finally
        {
            canceller.Join();
        }
    }
}
