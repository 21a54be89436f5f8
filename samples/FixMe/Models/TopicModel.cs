namespace FixMe.Models;

/// <summary>Which topic a text is about, from the log-likelihoods of the topics: large negative numbers for long texts.</summary>
internal static class TopicModel
{
    public static double[] Posterior(double[] scores)
    {
        double[] terms = scores.Select(x => Math.Exp(x)).ToArray();
        double sum = terms.Sum();
        return terms.Select(x => x / sum).ToArray();
    }

    public static double Evidence(double[] scores)
    {
        double sum = 0;
        foreach (double x in scores)
            sum += Math.Exp(x);
        return Math.Log(sum);
    }
}
