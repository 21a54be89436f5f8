namespace PolicySampling.Sampling;

/// <summary>The generator SplitMix64: integers only, so the same numbers everywhere. See Steele, Lea and Flood, OOPSLA 2014.</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong state = seed;

    /// <summary>From 0 to below 1, a multiple of 2^-53.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1ul << 53));

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
