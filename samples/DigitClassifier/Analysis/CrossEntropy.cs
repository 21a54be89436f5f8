using DigitClassifier.Input;

namespace DigitClassifier.Analysis;

/// <summary>The mean cross-entropy of a table, -log of the probability of the true digit, in nat.</summary>
internal static class CrossEntropy
{
    /// <summary>Each row in double precision.</summary>
    public static double MeanInDouble(LogitTable table)
    {
        double[] logits = Array.ConvertAll(table.Logits, logit => (double)logit);
        return Mean(table, row => Digits.CrossEntropy(logits.AsSpan(row * Digits.Length, Digits.Length), table.Labels[row]));
    }

    /// <summary>Each row in single precision, as a network computes it; only the mean is taken in double.</summary>
    public static double MeanInSingle(LogitTable table) =>
        Mean(table, row => Digits.CrossEntropy(table.Logits.AsSpan(row * Digits.Length, Digits.Length), table.Labels[row]));

    // Kahan's sum: what 2,500 additions round away would show in the last digits.
    private static double Mean(LogitTable table, Func<int, double> loss)
    {
        double sum = 0;
        double lost = 0;
        for (int row = 0; row < table.Count; row++)
        {
            double term = loss(row) - lost;
            double next = sum + term;
            lost = next - sum - term;
            sum = next;
        }

        return sum / table.Count;
    }
}
