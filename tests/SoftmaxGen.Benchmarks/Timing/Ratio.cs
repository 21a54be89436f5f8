namespace SoftmaxGen.Benchmarks.Timing;

/// <summary>One line of a result file.</summary>
/// <param name="Key">What was timed.</param>
/// <param name="Peer">What it was compared with.</param>
/// <param name="Ours">Nanoseconds per row of the emitted method.</param>
/// <param name="Theirs">Nanoseconds per row of the peer.</param>
/// <param name="Accepted">The number of undisturbed batches of the one that has fewer.</param>
internal sealed record Ratio(CaseKey Key, string Peer, double Ours, double Theirs, int Accepted)
{
    /// <summary>How many times as fast as the peer.</summary>
    public double Value => Theirs / Ours;

    /// <summary>Whether enough batches were undisturbed.</summary>
    public bool IsReliable => Accepted >= Stopwatcher.Enough;
}
