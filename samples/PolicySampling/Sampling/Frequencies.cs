namespace PolicySampling.Sampling;

/// <summary>How often each action is drawn, by each of the two ways.</summary>
internal static class Frequencies
{
    public static double[] Inverse(ReadOnlySpan<double> logits, double temperature, int draws, ulong seed)
    {
        double[] p = new double[Moves.Length];
        Moves.Softmax(logits, temperature, p);
        SplitMix random = new(seed);
        double[] shares = new double[Moves.Length];
        for (int draw = 0; draw < draws; draw++)
            shares[Sampler.Inverse(p, random.NextDouble())] += 1.0 / draws;
        return shares;
    }

    public static double[] GumbelMax(ReadOnlySpan<double> logits, double temperature, int draws, ulong seed)
    {
        SplitMix random = new(seed);
        double[] shares = new double[Moves.Length];
        for (int draw = 0; draw < draws; draw++)
            shares[Sampler.GumbelMax(logits, temperature, random)] += 1.0 / draws;
        return shares;
    }
}
