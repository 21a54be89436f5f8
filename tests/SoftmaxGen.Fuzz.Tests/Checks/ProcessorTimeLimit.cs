namespace SoftmaxGen.Fuzz.Tests.Checks;

/// <summary>
/// Cancels what takes too much processor time. Time on the clock would blame a program for a machine that is busy or was stopped; processor
/// time is known of the whole process only, so that the limit counts for every processor that may be at work on another program meanwhile.
/// </summary>
internal sealed class ProcessorTimeLimit : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly Timer timer;

    public ProcessorTimeLimit(TimeSpan limit)
    {
        TimeSpan end = Environment.CpuUsage.TotalTime + (limit * Environment.ProcessorCount);
        timer = new Timer(_ => CancelAfter(end), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        // The source is left to the garbage collector: a last tick may be on its way to it.
        timer.Dispose();
    }

    private void CancelAfter(TimeSpan end)
    {
        if (Environment.CpuUsage.TotalTime > end)
            source.Cancel();
    }
}
