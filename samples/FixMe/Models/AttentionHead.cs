namespace FixMe.Models;

/// <summary>Dot-product attention of one query over some keys.</summary>
internal sealed class AttentionHead(double[][] keys, double[][] values)
{
    public double[] Attend(double[] query)
    {
        double[] weights = Weights([.. keys.Select(key => key.Zip(query, (a, b) => a * b).Sum())]);
        double[] result = new double[values[0].Length];
        for (int k = 0; k < keys.Length; k++)
        {
            for (int i = 0; i < result.Length; i++)
                result[i] += weights[k] * values[k][i];
        }

        return result;
    }

    private static double[] Weights(double[] scores)
    {
        double[] weights = new double[scores.Length];
        double sum = 0;
        for (int k = 0; k < scores.Length; k++)
        {
            weights[k] = Math.Exp(scores[k]);
            sum += weights[k];
        }

        for (int k = 0; k < scores.Length; k++)
            weights[k] /= sum;
        return weights;
    }
}
