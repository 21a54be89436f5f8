using System.Diagnostics;
using System.Runtime;

namespace SoftmaxGen.Benchmarks.Timing;

/// <summary>
/// Times the contenders of a case in turn, A B C A B C …, each batch between two calibrations, until enough batches of each were undisturbed
/// or the time is up.
/// </summary>
/// <param name="wanted">How many undisturbed batches to stop at.</param>
internal sealed class Stopwatcher(int wanted)
{
    /// <summary>Below so many undisturbed batches a result is marked as unreliable.</summary>
    public const int Enough = 5;

    private static readonly TimeSpan IdleShare = TimeSpan.FromMilliseconds(0.3);
    private static readonly TimeSpan LongestSpin = TimeSpan.FromMilliseconds(100);

    public IEnumerable<Ratio> Measure(Case @case, TimeSpan limit)
    {
        foreach (Contender contender in @case.Contenders)
        {
            contender.Run(1);
            contender.ChooseCalls();
        }

        long compiled;
        long start = Stopwatch.GetTimestamp();
        do
        {
            compiled = JitInfo.GetCompiledMethodCount();
            foreach (Contender contender in @case.Contenders)
                contender.Forget();
            Rounds(@case, limit);
        }
        while (JitInfo.GetCompiledMethodCount() != compiled && Stopwatch.GetElapsedTime(start) < limit);

        double ours = @case.Ours.NanosecondsPerCall(Enough) / @case.Rows;
        return @case.Peers.Select(peer => new Ratio(
            @case.Key,
            peer.Name,
            ours,
            peer.NanosecondsPerCall(Enough) / @case.Rows,
            Math.Min(@case.Ours.Clean, peer.Clean)));
    }

    private void Rounds(Case @case, TimeSpan limit)
    {
        IReadOnlyList<Contender> contenders = @case.Contenders;
        int enough = @case.IsHuge ? Enough : wanted;
        long start = Stopwatch.GetTimestamp();
        do
        {
            double before = Calibration.Measure();
            for (int round = 0; round < enough; round++)
            {
                foreach (Contender contender in contenders)
                {
                    double time = contender.Time();
                    if (contender.HasThreads)
                        WaitForIdleThreads();
                    double after = Calibration.Measure();
                    contender.Keep(time, Math.Max(before, after));
                    before = after;
                }
            }
        }
        while (contenders.Any(contender => contender.Clean < enough) && Stopwatch.GetElapsedTime(start) < limit);
    }

    // Threads that spin take a core from whoever is next.
    private static void WaitForIdleThreads()
    {
        TimeSpan used;
        long start = Stopwatch.GetTimestamp();
        do
        {
            used = Environment.CpuUsage.TotalTime;
            Thread.Sleep(1);
        }
        while (Environment.CpuUsage.TotalTime - used > IdleShare && Stopwatch.GetElapsedTime(start) < LongestSpin);
    }
}
