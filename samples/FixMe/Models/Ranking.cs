using System.Numerics.Tensors;

namespace FixMe.Models;

/// <summary>How likely each document is the one that is clicked.</summary>
internal static class Ranking
{
    public static float[] ClickProbabilities(float[] scores)
    {
        float[] probabilities = new float[scores.Length];
        TensorPrimitives.SoftMax(scores, probabilities);
        return probabilities;
    }

    public static double WinProbability(double ratingDifference)
    {
        double t = ratingDifference / 173.72;
        return Math.Exp(t) / (1 + Math.Exp(t));
    }
}
