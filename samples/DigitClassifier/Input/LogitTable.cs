namespace DigitClassifier.Input;

/// <summary>What a classifier put into its softmax layer, row by row, and the digit that each row stands for.</summary>
/// <param name="Labels">The true digit of each row.</param>
/// <param name="Predicted">The digit that the classifier chose for each row.</param>
/// <param name="Logits">The logits of all rows, one row after the other.</param>
internal sealed record LogitTable(int[] Labels, int[] Predicted, float[] Logits)
{
    public int Count => Labels.Length;
}
