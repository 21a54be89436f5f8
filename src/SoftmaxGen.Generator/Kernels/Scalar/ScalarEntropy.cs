namespace SoftmaxGen.Generated
{
    using global::System;

    // log(sum of e^(x - max)) + the mean distance from the maximum, weighted with e^(x - max).
    internal static partial class ScalarKernels
    {
        // No element further below the maximum has a term that counts, and times its distance, which may be infinite, it must be nothing.
        internal const double Reach = -4096.0;

        /// <summary>The entropy of the softmax of x, in nats.</summary>
        public static float Entropy(ReadOnlySpan<float> x, int from, int length)
        {
            double max = ScanMax(x, from, length);
            if (max - max != 0.0)
                return float.NaN;
            ScalarCut cut = new ScalarCut(length);
            double others = Sum(x, from, new ScalarSingleRow(max, withoutTies: true, finest: true), cut, 0, 1);
            double weighted = Sum(x, from, new ScalarSingleRow(max, finest: true, isWeighted: true), cut, 0, 1);
            int ties = Ties(x, from, length, max) - 1;
            return (float)(Log1p(ties, new DoubleDouble(others, 0.0)).High + (weighted / (1.0 + (ties + others))));
        }

        /// <inheritdoc cref="Entropy(ReadOnlySpan{float}, int, int)"/>
        public static double Entropy(ReadOnlySpan<double> x, int from, int length)
        {
            double max = ScanMax(x, from, length);
            if (max - max != 0.0)
                return double.NaN;
            if (!IsModerate(max))
                return EntropyFar(x, from, length, max);
            ScalarCut cut = new ScalarCut(length);
            ScalarDoubleRow row = new ScalarDoubleRow(max, withoutTies: true);
            ScalarPair others = Sum(x, from, row, cut, 0, 1);
            ScalarPair weighted = Sum(x, from, new ScalarDoubleRow(max, isWeighted: true), cut, 0, 1);
            return EntropyOf(Ties(x, from, length, max) - 1, others, weighted, row.Term(max));
        }

        // As EntropyOfFar.
        private static double EntropyFar(ReadOnlySpan<double> x, int from, int length, double max)
        {
            ScalarDoubleRow row = new ScalarDoubleRow(0.0);
            ScalarPair others = default(ScalarPair), weighted = default(ScalarPair);
            int ties = 0;
            for (int i = from; i < from + length; i++)
            {
                double y = Math.Max(Reach, x[i] - max);
                if (y == 0.0)
                {
                    ties++;
                    continue;
                }

                ScalarPair term = row.Term(y);
                others += term;
                weighted += term * -y;
            }

            return EntropyOf(ties - 1, others, weighted, row.Term(0.0));
        }

        private static double EntropyOf(int ties, ScalarPair others, ScalarPair weighted, ScalarPair top)
        {
            DoubleDouble rest = ScalarPair.Ratio(others, top);
            return Log1p(ties, rest).High + (ScalarPair.Ratio(weighted, top).High / (1.0 + (ties + rest.High)));
        }
    }
}
