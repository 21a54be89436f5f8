namespace SoftmaxGen.Generated
{
    using global::System;

    // The members for double, computed in pairs of doubles, as SoftmaxAccuracy.Precise does.
    internal static partial class ScalarKernels
    {
        /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, int, Span{float}, int, int)"/>
        public static void Softmax(ReadOnlySpan<double> x, int from, Span<double> destination, int to, int length) =>
            SoftmaxTempered(x, from, 1.0, destination, to, length);

        /// <inheritdoc cref="Softmax(ReadOnlySpan{float}, int, float, Span{float}, int, int)"/>
        public static void Softmax(ReadOnlySpan<double> x, int from, double temperature, Span<double> destination, int to, int length)
        {
            if (temperature >= SmallestDoubleTemperature && temperature <= LargestDoubleTemperature)
            {
                SoftmaxTempered(x, from, temperature, destination, to, length);
            }
            else
            {
                temperature = Rescale(x, from, temperature, destination, to, length);
                SoftmaxTempered(destination, to, temperature, destination, to, length);
            }
        }

        private static void SoftmaxTempered(ReadOnlySpan<double> x, int from, double temperature, Span<double> destination, int to, int length)
        {
            double max = ScanMax(x, from, length);
            if (!IsModerate(max * (1.0 / temperature)))
            {
                if (SubtractMax(x, from, destination, to, length))
                    SoftmaxTempered(destination, to, temperature, destination, to, length);
                return;
            }

            ScalarDoubleRow row = new ScalarDoubleRow(max, temperature);
            ScalarPair scale = ScalarPair.Reciprocal(Sum(x, from, row, new ScalarCut(length), 0, 1));
            for (int i = 0; i < length; i++)
                destination[to + i] = row.Term(x[from + i]) * scale;
        }

        /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, int, Span{float}, int, int)"/>
        public static void LogSoftmax(ReadOnlySpan<double> x, int from, Span<double> destination, int to, int length)
        {
            double max = ScanMax(x, from, length);
            if (!IsModerate(max))
            {
                if (SubtractMax(x, from, destination, to, length))
                    LogSoftmax(destination, to, destination, to, length);
                return;
            }

            DoubleDouble log = LogOfModerateSum(x, from, length, max);
            for (int i = 0; i < length; i++)
                destination[to + i] = LessLog(x[from + i], max, log);
        }

        // As PairExp.
        private static double LessLog(double x, double max, DoubleDouble log)
        {
            double difference = x - max;
            double result = difference - log.High;
            double lost = Lost(difference, -log.High, result) + (Lost(x, -max, difference) - log.Low);
            return lost - lost == 0.0 ? result + lost : result;
        }

        /// <inheritdoc cref="LogSumExp(ReadOnlySpan{float}, int, int)"/>
        public static double LogSumExp(ReadOnlySpan<double> x, int from, int length)
        {
            double max = ScanMax(x, from, length);
            return max - max == 0.0 ? LogSumExp(x, from, length, max, 0.0) : max;
        }

        /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, int, int, int)"/>
        public static double CrossEntropy(ReadOnlySpan<double> x, int from, int label, int length)
        {
            double max = ScanMax(x, from, length);
            return max - max == 0.0 ? LogSumExp(x, from, length, max, x[from + label]) : double.NaN;
        }

        private static double LogSumExp(ReadOnlySpan<double> x, int from, int length, double max, double origin) =>
            IsModerate(max) ? AddLog(max, origin, LogOfModerateSum(x, from, length, max), x, from, length)
            : Add(max - origin, LogOfSumFar(x, from, length, max));

        private static DoubleDouble LogOfModerateSum(ReadOnlySpan<double> x, int from, int length, double max)
        {
            ScalarDoubleRow row = new ScalarDoubleRow(max, withoutTies: true);
            ScalarPair others = Sum(x, from, row, new ScalarCut(length), 0, 1);
            return Log1p(Ties(x, from, length, max) - 1, ScalarPair.Ratio(others, row.Term(max)));
        }

        // Relative to the maximum, one by one: rare, and not worth lanes.
        private static DoubleDouble LogOfSumFar(ReadOnlySpan<double> x, int from, int length, double max)
        {
            ScalarDoubleRow row = new ScalarDoubleRow(0.0);
            ScalarPair others = default(ScalarPair);
            int ties = 0;
            for (int i = from; i < from + length; i++)
            {
                double y = x[i] - max;
                if (y == 0.0)
                    ties++;
                else
                    others += row.Term(y);
            }

            return Log1p(ties - 1, ScalarPair.Ratio(others, row.Term(0.0)));
        }

        /// <inheritdoc cref="CrossEntropyGradient(ReadOnlySpan{float}, int, int, Span{float}, int, int)"/>
        public static void CrossEntropyGradient(ReadOnlySpan<double> x, int from, int label, Span<double> destination, int to, int length)
        {
            double max = ScanMax(x, from, length);
            if (!IsModerate(max))
            {
                if (SubtractMax(x, from, destination, to, length))
                    CrossEntropyGradient(destination, to, label, destination, to, length);
                return;
            }

            ScalarDoubleRow row = new ScalarDoubleRow(max, label: from + label);
            ScalarPair own = row.Term(x[from + label]);
            ScalarPair rest = Sum(x, from, row, new ScalarCut(length), 0, 1);
            ScalarPair scale = ScalarPair.Reciprocal(rest + own);
            for (int i = 0; i < length; i++)
                destination[to + i] = row.Term(x[from + i]) * scale;
            destination[to + label] = own * scale == 0 ? -1.0 : Math.Max(-1.0, 0.0 - (rest * scale));
        }

        private static bool IsModerate(double max) => Math.Abs(max) <= DoubleConstants.Moderate;

        private static ScalarPair Sum(ReadOnlySpan<double> x, int from, in ScalarDoubleRow row, in ScalarCut cut, int lane, int stride) =>
            stride < cut.Lanes
                ? Sum(x, from, row, cut, lane, 2 * stride) + Sum(x, from, row, cut, lane + stride, 2 * stride)
                : SumLane(x, from + lane, row, cut, lane >= cut.FirstTailLane);

        // Pairs keep their rounding errors themselves.
        // Two terms are added to each other before they are added to the sum.
        private static ScalarPair SumLane(ReadOnlySpan<double> x, int i, in ScalarDoubleRow row, in ScalarCut cut, bool hasTail)
        {
            ScalarPair sum = default(ScalarPair);
            int step = cut.Lanes, count = cut.Blocks, tail = i + cut.Tail;
            for (; count >= 2; count -= 2, i += 2 * step)
                sum += row.CountedTerm(x[i], i) + row.CountedTerm(x[i + step], i + step);
            if (count == 1)
                sum += row.CountedTerm(x[i], i);
            return hasTail ? sum + row.CountedTerm(x[tail], tail) : sum;
        }
    }
}
