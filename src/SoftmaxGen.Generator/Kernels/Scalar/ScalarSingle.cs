namespace SoftmaxGen.Generated
{
    using global::System;

    // The members for float, computed in double precision from x - max and rounded once, as SoftmaxAccuracy.Precise does.
    internal static partial class ScalarKernels
    {
        /// <summary>p_i = e^(x_i - max) / sum of e^(x_k - max).</summary>
        public static void Softmax(ReadOnlySpan<float> x, int from, Span<float> destination, int to, int length) =>
            Softmax(x, from, 1.0, destination, to, length);

        /// <summary>The softmax of x / T.</summary>
        public static void Softmax(ReadOnlySpan<float> x, int from, float temperature, Span<float> destination, int to, int length) =>
            Softmax(x, from, 1.0 / temperature, destination, to, length);

        private static void Softmax(ReadOnlySpan<float> x, int from, double inverse, Span<float> destination, int to, int length)
        {
            ScalarSingleRow row = new ScalarSingleRow(ScanMax(x, from, length), inverse);
            if (!row.IsFinite)
            {
                SubtractMax(x, from, destination, to, length);
                return;
            }

            double scale = 1.0 / PlainSum(x, from, length, row);
            for (int i = 0; i < length; i++)
                destination[to + i] = (float)(row.Term(x[from + i]) * scale);
        }

        // Four sums at a time, so that no addition waits for the one before, in chunks whose rounding errors are kept: the order of SoftmaxPlain.
        private static double PlainSum(ReadOnlySpan<float> x, int from, int length, in ScalarSingleRow row)
        {
            const int Chunk = 32;
            double total = 0.0, lost = 0.0;
            for (int i = from, end = from + length; i < end;)
            {
                int stop = Math.Min(i + Chunk, end);
                double a = 0.0, b = 0.0, c = 0.0, d = 0.0;
                for (; i <= stop - 4; i += 4)
                {
                    a += row.Term(x[i]);
                    b += row.Term(x[i + 1]);
                    c += row.Term(x[i + 2]);
                    d += row.Term(x[i + 3]);
                }

                for (; i < stop; i++)
                    a += row.Term(x[i]);
                double part = (a + b) + (c + d), sum = total + part;
                lost += Lost(total, part, sum);
                total = sum;
            }

            return total + lost;
        }

        /// <summary>(x - max) - log(sum of e^(x - max)).</summary>
        public static void LogSoftmax(ReadOnlySpan<float> x, int from, Span<float> destination, int to, int length)
        {
            double max = ScanMax(x, from, length);
            if (max - max != 0.0)
            {
                SubtractMax(x, from, destination, to, length);
                return;
            }

            double log = LogOfSum(x, from, length, max).High;
            for (int i = 0; i < length; i++)
                destination[to + i] = (float)((x[from + i] - max) - log);
        }

        /// <summary>log(sum of e^x).</summary>
        public static float LogSumExp(ReadOnlySpan<float> x, int from, int length)
        {
            float max = ScanMax(x, from, length);
            return max - max == 0f ? (float)AddLog(max, 0.0, LogOfSum(x, from, length, max), x, from, length) : max;
        }

        /// <summary>log(sum of e^x) - x_label.</summary>
        public static float CrossEntropy(ReadOnlySpan<float> x, int from, int label, int length)
        {
            double max = ScanMax(x, from, length);
            return max - max == 0.0 ? (float)AddLog(max, x[from + label], LogOfSum(x, from, length, max), x, from, length) : float.NaN;
        }

        private static DoubleDouble LogOfSum(ReadOnlySpan<float> x, int from, int length, double max)
        {
            ScalarSingleRow row = new ScalarSingleRow(max, withoutTies: true, finest: true);
            return Log1p(Ties(x, from, length, max) - 1, new DoubleDouble(Sum(x, from, row, new ScalarCut(length), 0, 1), 0.0));
        }

        /// <summary>p - onehot(label); at the label, minus the sum of the other probabilities.</summary>
        public static void CrossEntropyGradient(ReadOnlySpan<float> x, int from, int label, Span<float> destination, int to, int length)
        {
            ScalarSingleRow row = new ScalarSingleRow(ScanMax(x, from, length), label: from + label);
            if (!row.IsFinite)
            {
                SubtractMax(x, from, destination, to, length);
                return;
            }

            double own = row.Term(x[from + label]);
            double rest = Sum(x, from, row, new ScalarCut(length), 0, 1);
            double scale = 1.0 / (rest + own);
            for (int i = 0; i < length; i++)
                destination[to + i] = (float)(row.Term(x[from + i]) * scale);
            destination[to + label] = 0f - (float)(rest / (rest + own));
        }

        // Lanes are folded half onto half.
        private static double Sum(ReadOnlySpan<float> x, int from, in ScalarSingleRow row, in ScalarCut cut, int lane, int stride) =>
            stride < cut.Lanes
                ? Sum(x, from, row, cut, lane, 2 * stride) + Sum(x, from, row, cut, lane + stride, 2 * stride)
                : SumLane(x, from + lane, row, cut, lane >= cut.FirstTailLane);

        // Four terms are added to each other in pairs before they are added to the sum.
        private static double SumLane(ReadOnlySpan<float> x, int i, in ScalarSingleRow row, in ScalarCut cut, bool hasTail)
        {
            double sum = 0.0;
            int step = cut.Lanes, count = cut.Blocks, tail = i + cut.Tail;
            for (; count >= 4; count -= 4, i += 4 * step)
            {
                sum += (row.CountedTerm(x[i], i) + row.CountedTerm(x[i + step], i + step))
                    + (row.CountedTerm(x[i + (2 * step)], i + (2 * step)) + row.CountedTerm(x[i + (3 * step)], i + (3 * step)));
            }

            if (count == 1)
                sum += row.CountedTerm(x[i], i);
            else if (count == 2)
                sum += row.CountedTerm(x[i], i) + row.CountedTerm(x[i + step], i + step);
            else if (count == 3)
                sum += row.CountedTerm(x[i], i) + row.CountedTerm(x[i + step], i + step) + row.CountedTerm(x[i + (2 * step)], i + (2 * step));
            return hasTail ? sum + row.CountedTerm(x[tail], tail) : sum;
        }
    }
}
