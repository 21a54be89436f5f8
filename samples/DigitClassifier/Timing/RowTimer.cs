using System.Diagnostics;
using System.Numerics.Tensors;
using DigitClassifier.Input;
using DigitClassifier.Shift;

namespace DigitClassifier.Timing;

/// <summary>Times the softmax of all rows, computed in several ways.</summary>
internal static class RowTimer
{
    // Hot code is compiled again in the background after some rounds; each round is a fraction of a millisecond.
    private const int Rounds = 400;
    private const int RoundsBeforePause = 50;

    /// <summary>The least time of each way, for all rows.</summary>
    public static IReadOnlyList<(string Name, TimeSpan Time)> Measure(LogitTable table)
    {
        float[] destination = new float[table.Logits.Length];
        (string Name, Action<float[], float[]> Run)[] ways =
        [
            ("SoftmaxRows, generated", (x, p) => Digits.SoftmaxRows(x, p)),
            ("Softmax, generated, row by row", Generated),
            ("TensorPrimitives, maximum subtracted", Tensor),
            ("exp(x) / sum(exp(x)) in a loop", Naive),
        ];
        TimeSpan[] least = [.. ways.Select(_ => TimeSpan.MaxValue)];
        for (int round = 0; round < Rounds; round++)
        {
            for (int way = 0; way < ways.Length; way++)
            {
                long start = Stopwatch.GetTimestamp();
                ways[way].Run(table.Logits, destination);
                TimeSpan time = Stopwatch.GetElapsedTime(start);
                least[way] = time < least[way] ? time : least[way];
            }

            if (round % RoundsBeforePause == 0)
                Thread.Sleep(20);
        }

        return [.. ways.Zip(least, (way, time) => (way.Name, time))];
    }

    private static void Generated(float[] logits, float[] probabilities)
    {
        for (int start = 0; start < logits.Length; start += Digits.Length)
            Digits.Softmax(logits.AsSpan(start, Digits.Length), probabilities.AsSpan(start, Digits.Length));
    }

    private static void Tensor(float[] logits, float[] probabilities)
    {
        for (int start = 0; start < logits.Length; start += Digits.Length)
        {
            ReadOnlySpan<float> x = logits.AsSpan(start, Digits.Length);
            Span<float> p = probabilities.AsSpan(start, Digits.Length);
            TensorPrimitives.Subtract(x, TensorPrimitives.Max(x), p);
            TensorPrimitives.Exp(p, p);
            TensorPrimitives.Divide(p, TensorPrimitives.Sum<float>(p), p);
        }
    }

    private static void Naive(float[] logits, float[] probabilities)
    {
        for (int start = 0; start < logits.Length; start += Digits.Length)
            NaiveSoftmax.Compute<float>(logits.AsSpan(start, Digits.Length), probabilities.AsSpan(start, Digits.Length));
    }
}
