using DigitClassifier.Input;

namespace DigitClassifier.Analysis;

/// <summary>How well a classifier does on a table of logits.</summary>
internal sealed class Evaluation
{
    private readonly float[] probabilities;

    private Evaluation(LogitTable table)
    {
        Table = table;
        probabilities = new float[table.Logits.Length];
        Digits.SoftmaxRows(table.Logits, probabilities);
        Choices = [.. Enumerable.Range(0, table.Count).Select(row => MostProbable(row)[0])];
    }

    public LogitTable Table { get; }

    /// <summary>The most probable digit of each row.</summary>
    public IReadOnlyList<int> Choices { get; }

    public int Correct => Table.Count - Misclassified.Count();

    public double Accuracy => (double)Correct / Table.Count;

    /// <summary>The rows whose most probable digit is not the true one.</summary>
    public IEnumerable<int> Misclassified => Enumerable.Range(0, Table.Count).Where(row => Choices[row] != Table.Labels[row]);

    public static Evaluation Of(LogitTable table) => new(table);

    public ReadOnlySpan<float> Probabilities(int row) => probabilities.AsSpan(row * Digits.Length, Digits.Length);

    /// <summary>How sure the classifier is of its choice.</summary>
    public double Confidence(int row) => Probabilities(row)[Choices[row]];

    /// <summary>The digits by descending probability; of equally probable ones the smaller comes first.</summary>
    public int[] MostProbable(int row)
    {
        float[] p = Probabilities(row).ToArray();
        return [.. Enumerable.Range(0, Digits.Length).OrderByDescending(digit => p[digit])];
    }
}
