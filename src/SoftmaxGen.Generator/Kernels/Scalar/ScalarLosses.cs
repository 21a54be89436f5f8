namespace SoftmaxGen.Generated
{
    using global::System;

    // The mean cross-entropy of a batch with its gradient, as GradientPass computes them for SoftmaxAccuracy.Precise.
    internal static partial class ScalarKernels
    {
        /// <summary>The mean loss of the rows that count; the gradient of the mean.</summary>
        public static float CrossEntropyWithGradient(ReadOnlySpan<float> x, ReadOnlySpan<int> labels, Span<float> destination, int ignoreIndex, int rows, int length)
        {
            int counted = SoftmaxKernels.CountLabels(labels, ignoreIndex);
            float scale = 1f / counted;
            double loss = 0.0;
            for (int row = 0, first = 0; row < rows; row++, first += length)
            {
                if (labels[row] != ignoreIndex)
                    loss += CrossEntropyWithGradient(x, first, labels[row], scale, destination, first, length);
                else
                    Clear(destination, first, length);
            }

            return (float)(loss / counted);
        }

        /// <summary>The mean loss of the rows that count; the gradient of the mean.</summary>
        public static double CrossEntropyWithGradient(ReadOnlySpan<double> x, ReadOnlySpan<int> labels, Span<double> destination, int ignoreIndex, int rows, int length)
        {
            int counted = SoftmaxKernels.CountLabels(labels, ignoreIndex);
            double scale = 1.0 / counted, loss = 0.0;
            for (int row = 0, first = 0; row < rows; row++, first += length)
            {
                if (labels[row] != ignoreIndex)
                    loss += CrossEntropyWithGradient(x, first, labels[row], scale, destination, first, length);
                else
                    Clear(destination, first, length);
            }

            return loss / counted;
        }

        private static double CrossEntropyWithGradient(ReadOnlySpan<float> x, int from, int label, float scale, Span<float> destination, int to, int length)
        {
            ScalarSingleRow row = new ScalarSingleRow(ScanMax(x, from, length), label: from + label);
            if (!row.IsFinite)
            {
                SubtractMax(x, from, destination, to, length);
                return double.NaN;
            }

            double distance = row.Max - x[from + label], own = row.Term(x[from + label]);
            double rest = Sum(x, from, row, new ScalarCut(length), 0, 1);
            double inverse = 1.0 / (rest + own);
            double loss = Loss(rest, own, row.Term(row.Max), distance);
            for (int i = 0; i < length; i++)
                destination[to + i] = (float)((row.Term(x[from + i]) * inverse) * scale);
            destination[to + label] = (0f - (float)(rest / (rest + own))) * scale;
            return loss;
        }

        private static double CrossEntropyWithGradient(ReadOnlySpan<double> x, int from, int label, double scale, Span<double> destination, int to, int length)
        {
            double max = ScanMax(x, from, length);
            if (!IsModerate(max))
                return SubtractMax(x, from, destination, to, length) ? CrossEntropyWithGradient(destination, to, label, scale, destination, to, length) : double.NaN;

            ScalarDoubleRow row = new ScalarDoubleRow(max, label: from + label);
            ScalarPair own = row.Term(x[from + label]), top = row.Term(max);
            double distance = max - x[from + label];
            ScalarPair rest = Sum(x, from, row, new ScalarCut(length), 0, 1);
            ScalarPair inverse = ScalarPair.Reciprocal(rest + own);
            double loss = Loss(rest.High + rest.Low, own.High + own.Low, top.High + top.Low, distance);
            for (int i = 0; i < length; i++)
                destination[to + i] = (row.Term(x[from + i]) * inverse) * scale;
            destination[to + label] = (own * inverse == 0 ? -1.0 : Math.Max(-1.0, 0.0 - (rest * inverse))) * scale;
            return loss;
        }

        private static double Loss(double rest, double own, double top, double distance)
        {
            double ratio = rest / own;
            return ratio <= 15.0 ? SoftmaxKernels.Log1p(ratio, 0.0).High : distance + SoftmaxKernels.LogOfRatio(rest + own, top);
        }

        /// <summary>log(sum of e^x) - origin for a finite maximum.</summary>
        private static double LogOfRow(ReadOnlySpan<float> x, int from, int length, double max, double origin) =>
            AddLog(max, origin, LogOfSum(x, from, length, max), x, from, length);

        private static double LogOfRow(ReadOnlySpan<double> x, int from, int length, double max, double origin) => LogSumExp(x, from, length, max, origin);

        private static void Clear(Span<float> destination, int from, int length)
        {
            for (int i = from; i < from + length; i++)
                destination[i] = 0f;
        }

        private static void Clear(Span<double> destination, int from, int length)
        {
            for (int i = from; i < from + length; i++)
                destination[i] = 0.0;
        }
    }
}
