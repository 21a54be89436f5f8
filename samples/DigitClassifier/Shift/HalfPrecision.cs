using DigitClassifier.Input;

namespace DigitClassifier.Shift;

/// <summary>Half precision ends at 65504, which e^11.1 exceeds: logits of that size are ordinary.</summary>
internal static class HalfPrecision
{
    /// <summary>The rows where the naive formula overflows.</summary>
    public static int Overflows(LogitTable table)
    {
        int overflows = 0;
        Span<Half> p = stackalloc Half[Digits.Length];
        foreach (float[] row in table.Logits.Chunk(Digits.Length))
        {
            Half[] x = Array.ConvertAll(row, logit => (Half)logit);
            if (!Half.IsFinite(NaiveSoftmax.Compute(x, p)))
                overflows++;
        }

        return overflows;
    }

    /// <summary>The same rows of half-precision logits through the generated code: those whose probabilities do not sum to 1.</summary>
    public static int FailuresOfGenerated(LogitTable table)
    {
        int failures = 0;
        Span<float> p = stackalloc float[Digits.Length];
        foreach (float[] row in table.Logits.Chunk(Digits.Length))
        {
            Digits.Softmax(Array.ConvertAll(row, logit => (float)(Half)logit), p);
            float sum = 0;
            foreach (float probability in p)
                sum += probability;
            if (!(Math.Abs(sum - 1) < 1e-6f))
                failures++;
        }

        return failures;
    }
}
