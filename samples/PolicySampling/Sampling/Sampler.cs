namespace PolicySampling.Sampling;

/// <summary>Two ways to draw an action.</summary>
internal static class Sampler
{
    /// <summary>Inverts the distribution function: one random number, and additions in a fixed order, so the same action everywhere.</summary>
    public static int Inverse(ReadOnlySpan<double> p, double random)
    {
        int last = 0;
        double sum = 0;
        for (int action = 0; action < p.Length; action++)
        {
            if (p[action] == 0)
                continue;
            sum += p[action];
            if (random < sum)
                return action;
            last = action;
        }

        // Rounding may leave the sum short of 1; an illegal action is no answer to that.
        return last;
    }

    /// <summary>The largest logit after Gumbel noise: no probabilities are needed, but a random number and two logarithms for each action.</summary>
    public static int GumbelMax(ReadOnlySpan<double> logits, double temperature, SplitMix random)
    {
        int best = -1;
        double most = double.NegativeInfinity;
        for (int action = 0; action < logits.Length; action++)
        {
            double noisy = (logits[action] / temperature) - Math.Log(-Math.Log(1 - random.NextDouble()));
            if (best < 0 || noisy > most)
                (best, most) = (action, noisy);
        }

        return best;
    }
}
