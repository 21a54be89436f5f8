namespace SoftmaxGen.Generated
{
    using global::System;

    // The cross-entropy with its gradient, as GradientPass computes them for SoftmaxAccuracy.Precise.
    internal static partial class ScalarKernels
    {
        /// <summary>The loss, and its gradient times a weight.</summary>
        public static double CrossEntropyWithGradient(ReadOnlySpan<float> x, int from, int label, float weight, Span<float> destination, int to, int length)
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
                destination[to + i] = (float)((row.Term(x[from + i]) * inverse) * weight);
            destination[to + label] = (0f - (float)(rest / (rest + own))) * weight;
            return loss;
        }

        /// <inheritdoc cref="CrossEntropyWithGradient(ReadOnlySpan{float}, int, int, float, Span{float}, int, int)"/>
        public static double CrossEntropyWithGradient(ReadOnlySpan<double> x, int from, int label, double weight, Span<double> destination, int to, int length)
        {
            double max = ScanMax(x, from, length);
            if (!IsModerate(max))
                return SubtractMax(x, from, destination, to, length) ? CrossEntropyWithGradient(destination, to, label, weight, destination, to, length) : double.NaN;

            ScalarDoubleRow row = new ScalarDoubleRow(max, label: from + label);
            ScalarPair own = row.Term(x[from + label]), top = row.Term(max);
            double distance = max - x[from + label];
            ScalarPair rest = Sum(x, from, row, new ScalarCut(length), 0, 1);
            ScalarPair inverse = ScalarPair.Reciprocal(rest + own);
            double loss = Loss(rest.High + rest.Low, own.High + own.Low, top.High + top.Low, distance);
            for (int i = 0; i < length; i++)
                destination[to + i] = (row.Term(x[from + i]) * inverse) * weight;
            destination[to + label] = (own * inverse == 0 ? -1.0 : Math.Max(-1.0, 0.0 - (rest * inverse))) * weight;
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

        /// <summary>The gradient of a row that does not count.</summary>
        public static void Clear(Span<float> destination, int from, int length)
        {
            for (int i = from; i < from + length; i++)
                destination[i] = 0f;
        }

        /// <inheritdoc cref="Clear(Span{float}, int, int)"/>
        public static void Clear(Span<double> destination, int from, int length)
        {
            for (int i = from; i < from + length; i++)
                destination[i] = 0.0;
        }
    }
}
