namespace SoftmaxGen.Generated
{
    using global::System;

    // The logarithm of a tempered sum, the cross-entropy, their derivatives: as TemperedLogSumPass.
    internal static partial class ScalarKernels
    {
        /// <summary>(x - max) / T - log(sum of e^((x - max) / T)).</summary>
        public static void LogSoftmax(ReadOnlySpan<float> x, int from, float temperature, Span<float> destination, int to, int length)
        {
            double max = ScanMax(x, from, length), log = TemperedLogSum(x, from, temperature, max, length);
            for (int i = 0; i < length; i++)
                destination[to + i] = (float)(((x[from + i] - max) / temperature) - log);
        }

        /// <inheritdoc cref="LogSoftmax(ReadOnlySpan{float}, int, float, Span{float}, int, int)"/>
        public static void LogSoftmax(ReadOnlySpan<double> x, int from, double temperature, Span<double> destination, int to, int length)
        {
            double max = ScanMax(x, from, length), log = TemperedLogSum(x, from, temperature, max, length);
            for (int i = 0; i < length; i++)
                destination[to + i] = SoftmaxKernels.DifferenceOver(x[from + i], max, temperature) - log;
        }

        /// <summary>log(sum of e^(x / T)) - x_label / T.</summary>
        public static float CrossEntropy(ReadOnlySpan<float> x, int from, float temperature, int label, int length) =>
            (float)TemperedLogSum(x, from, temperature, x[from + label], length);

        /// <inheritdoc cref="CrossEntropy(ReadOnlySpan{float}, int, float, int, int)"/>
        public static double CrossEntropy(ReadOnlySpan<double> x, int from, double temperature, int label, int length) =>
            TemperedLogSum(x, from, temperature, x[from + label], length);

        /// <summary>The derivative of the cross-entropy by T.</summary>
        public static float TemperatureDerivative(ReadOnlySpan<float> x, int from, float temperature, int label, int length)
        {
            double max = ScanMax(x, from, length), inverse = 1.0 / temperature;
            if (max - max != 0.0)
                return float.NaN;
            ScalarCut cut = new ScalarCut(length);
            double others = Sum(x, from, new ScalarSingleRow(max, inverse, withoutTies: true, finest: true), cut, 0, 1);
            double weighted = Sum(x, from, new ScalarSingleRow(max, inverse, finest: true, isWeighted: true, reach: Reach * temperature), cut, 0, 1);
            int ties = Ties(x, from, length, max) - 1;
            return (float)((((weighted / (1.0 + (ties + others))) - (max - x[from + label])) / temperature) / temperature);
        }

        /// <inheritdoc cref="TemperatureDerivative(ReadOnlySpan{float}, int, float, int, int)"/>
        public static double TemperatureDerivative(ReadOnlySpan<double> x, int from, double temperature, int label, int length)
        {
            double max = ScanMax(x, from, length);
            if (max - max != 0.0)
                return double.NaN;
            double mean, scale = 1.0;
            if (SoftmaxKernels.HasDistances(temperature) && IsModerate(max * (1.0 / temperature)))
            {
                ScalarCut cut = new ScalarCut(length);
                ScalarDoubleRow row = new ScalarDoubleRow(max, temperature, withoutTies: true);
                ScalarPair others = Sum(x, from, row, cut, 0, 1), weighted = Sum(x, from, new ScalarDoubleRow(max, temperature, isWeighted: true), cut, 0, 1), top = row.Term(max);
                mean = ScalarPair.Ratio(weighted, top * (1.0 / DoubleConstants.TermUnit)).High / (1.0 + ((Ties(x, from, length, max) - 1) + ScalarPair.Ratio(others, top).High));
            }
            else
            {
                SumFar(x, from, temperature, max, length, out int ties, out DoubleDouble others, out double weighted, out scale);
                mean = weighted / (1.0 + (ties + others.High));
            }

            return SoftmaxKernels.DividedTwice(mean, max, x[from + label], temperature, scale);
        }

        /// <summary>(p - onehot(label)) / T.</summary>
        public static void CrossEntropyGradient(ReadOnlySpan<float> x, int from, float temperature, int label, Span<float> destination, int to, int length)
        {
            ScalarSingleRow row = new ScalarSingleRow(ScanMax(x, from, length), 1.0 / temperature, label: from + label);
            if (!row.IsFinite)
            {
                SubtractMax(x, from, destination, to, length);
                return;
            }

            double own = row.Term(x[from + label]), rest = Sum(x, from, row, new ScalarCut(length), 0, 1), scale = 1.0 / (rest + own);
            for (int i = 0; i < length; i++)
                destination[to + i] = (float)((row.Term(x[from + i]) * scale) / temperature);
            destination[to + label] = (float)((double)(0f - (float)(rest / (rest + own))) / temperature);
        }

        /// <inheritdoc cref="CrossEntropyGradient(ReadOnlySpan{float}, int, float, int, Span{float}, int, int)"/>
        public static void CrossEntropyGradient(ReadOnlySpan<double> x, int from, double temperature, int label, Span<double> destination, int to, int length)
        {
            if (HasConstants(temperature))
                TemperedGradient(x, from, temperature, label, temperature, destination, to, length);
            else
                TemperedGradient(destination, to, Rescale(x, from, temperature, destination, to, length), label, temperature, destination, to, length);
        }

        private static void TemperedGradient(ReadOnlySpan<double> x, int from, double temperature, int label, double divisor, Span<double> destination, int to, int length)
        {
            double max = ScanMax(x, from, length);
            if (!IsModerate(max * (1.0 / temperature)))
            {
                if (SubtractMax(x, from, destination, to, length))
                    TemperedGradient(destination, to, temperature, label, divisor, destination, to, length);
                return;
            }

            ScalarDoubleRow row = new ScalarDoubleRow(max, temperature, label: from + label);
            ScalarPair own = row.Term(x[from + label]), rest = Sum(x, from, row, new ScalarCut(length), 0, 1), scale = ScalarPair.Reciprocal(rest + own);
            for (int i = 0; i < length; i++)
                destination[to + i] = (row.Term(x[from + i]) * scale) / divisor;
            destination[to + label] = (own * scale == 0 ? -1.0 : Math.Max(-1.0, 0.0 - (rest * scale))) / divisor;
        }

        private static bool HasConstants(double temperature) => temperature >= SmallestDoubleTemperature && temperature <= LargestDoubleTemperature;

        private static double TemperedLogSum(ReadOnlySpan<float> x, int from, float temperature, double origin, int length)
        {
            double max = ScanMax(x, from, length);
            if (max - max != 0.0)
                return double.NaN;
            double others = Sum(x, from, new ScalarSingleRow(max, 1.0 / temperature, withoutTies: true, finest: true), new ScalarCut(length), 0, 1);
            return Add((max - origin) / temperature, Log1p(Ties(x, from, length, max) - 1, new DoubleDouble(others, 0.0)));
        }

        private static double TemperedLogSum(ReadOnlySpan<double> x, int from, double temperature, double origin, int length)
        {
            double max = ScanMax(x, from, length);
            if (max - max != 0.0)
                return double.NaN;
            DoubleDouble log;
            if (HasConstants(temperature) && IsModerate(max * (1.0 / temperature)))
            {
                ScalarDoubleRow row = new ScalarDoubleRow(max, temperature, withoutTies: true);
                log = Log1p(Ties(x, from, length, max) - 1, ScalarPair.Ratio(Sum(x, from, row, new ScalarCut(length), 0, 1), row.Term(max)));
            }
            else
            {
                SumFar(x, from, temperature, max, length, out int ties, out DoubleDouble others, out double unused, out double unusedScale);
                log = Log1p(ties, others);
            }

            return Add(SoftmaxKernels.DifferenceOver(max, origin, temperature), log);
        }

        // As TemperedFar.
        private static void SumFar(ReadOnlySpan<double> x, int from, double temperature, double max, int length, out int ties, out DoubleDouble others, out double weighted, out double scale)
        {
            scale = SoftmaxKernels.ScaleOf(temperature);
            double t = temperature * scale, origin = Math.Abs(max) <= DoubleConstants.Moderate * temperature ? 0.0 : max, largest = (max - origin) * scale;
            ScalarDoubleRow row = new ScalarDoubleRow(largest, t);
            ScalarPair sum = default(ScalarPair), weights = default(ScalarPair);
            ties = -1;
            for (int i = from; i < from + length; i++)
            {
                double distance = SoftmaxKernels.ScaledDistance(max, x[i], scale);
                if (distance == 0.0)
                {
                    ties++;
                    continue;
                }

                ScalarPair term = row.Term((x[i] - origin) * scale);
                sum += term;
                if (distance <= DoubleConstants.Reach * t)
                    weights += term * distance;
            }

            ScalarPair top = row.Term(largest);
            others = ScalarPair.Ratio(sum, top);
            weighted = ScalarPair.Ratio(weights, top * (1.0 / DoubleConstants.TermUnit)).High;
        }
    }
}
