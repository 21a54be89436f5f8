using System.Diagnostics;

namespace SoftmaxGen.Benchmarks.Timing;

/// <summary>One of the implementations that are compared on the same memory.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="Run">Calls it so many times.</param>
internal sealed record Contender(string Name, Action<int> Run)
{
    private const double ShortestBatch = 50_000;

    private readonly List<(double Nanoseconds, double Calibration)> batches = [];

    /// <summary>Whether it has threads of its own, which look for further work for a while after a batch.</summary>
    public bool HasThreads { get; init; }

    /// <summary>How many calls make a batch that is long against the clock and short against interruptions.</summary>
    public int Calls { get; private set; } = 1;

    public void ChooseCalls()
    {
        while (Enumerable.Range(0, 3).Min(_ => Time()) < ShortestBatch)
            Calls *= 2;
    }

    /// <summary>The time of one batch, with its code in the caches where calls are short.</summary>
    public double Time()
    {
        if (Calls > 1)
            Run(1);
        long start = Stopwatch.GetTimestamp();
        Run(Calls);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    /// <summary>Keeps a batch, with the slower one of the calibrations around it.</summary>
    public void Keep(double nanoseconds, double calibration) => batches.Add((nanoseconds, calibration));

    public void Forget() => batches.Clear();

    /// <summary>The number of undisturbed batches.</summary>
    public int Clean => batches.Count(batch => Calibration.IsClean(batch.Calibration));

    /// <summary>The median of the undisturbed batches, or of the least disturbed ones where there are not enough, per call.</summary>
    public double NanosecondsPerCall(int atLeast)
    {
        double[] times = [.. batches
            .OrderBy(batch => batch.Calibration)
            .Take(Math.Max(Clean, atLeast))
            .Select(batch => batch.Nanoseconds / Calls)
            .Order()];
        return (times[(times.Length - 1) / 2] + times[times.Length / 2]) / 2;
    }
}
