namespace DigitClassifier.Analysis;

/// <summary>How often each digit is taken for each other.</summary>
internal sealed class ConfusionMatrix
{
    private readonly int[,] counts = new int[Digits.Length, Digits.Length];

    public ConfusionMatrix(Evaluation evaluation)
    {
        for (int row = 0; row < evaluation.Table.Count; row++)
            counts[evaluation.Table.Labels[row], evaluation.Choices[row]]++;
    }

    public int this[int label, int choice] => counts[label, choice];

    /// <summary>The number of rows of a true digit.</summary>
    public int Rows(int label) => Enumerable.Range(0, Digits.Length).Sum(choice => counts[label, choice]);

    /// <summary>The share of a digit's rows that are recognised; NaN where there are none.</summary>
    public double Recall(int label) => (double)counts[label, label] / Rows(label);
}
