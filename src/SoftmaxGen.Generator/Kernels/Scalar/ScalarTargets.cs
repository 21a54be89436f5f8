namespace SoftmaxGen.Generated
{
    using global::System;

    // The cross-entropy whose target is a distribution, or a label that is smoothed. Written for float; the text for double is the same.
    internal static partial class ScalarKernels
    {
        /// <summary>sum of t (log(sum of e^x) - x).</summary>
        public static float CrossEntropy(ReadOnlySpan<float> x, int from, ReadOnlySpan<float> target, int at, int length) =>
            (float)TargetLoss(x, from, target, at, length);

        private static double TargetLoss(ReadOnlySpan<float> x, int from, ReadOnlySpan<float> target, int at, int length)
        {
            double max = ScanMax(x, from, length);
            if (max - max != 0.0)
                return double.NaN;
            double log = LogOfRow(x, from, length, max, max);
            ScalarCut cut = new ScalarCut(length);
            double distance = Weighted(target, at, x, from, max, cut, 0, 1), mass = Weighted(target, at, x, -1, max, cut, 0, 1);
            double loss = distance + (mass * log) + 0.0;
            if (!double.IsNaN(loss))
                return loss;

            // As PlainDistances.
            distance = mass = 0.0;
            for (int i = 0; i < length; i++)
            {
                double t = target[at + i];
                distance += t == 0.0 ? 0.0 : t * (max - x[from + i]);
                mass += t;
            }

            return distance + (mass * log);
        }

        /// <summary>p - t.</summary>
        public static void CrossEntropyGradient(ReadOnlySpan<float> x, int from, ReadOnlySpan<float> target, int at, Span<float> destination, int to, int length)
        {
            Softmax(x, from, destination, to, length);
            LessTarget(target, at, 1, destination, to, length);
        }

        /// <summary>The loss, and its gradient times a weight.</summary>
        public static double CrossEntropyWithGradient(ReadOnlySpan<float> x, int from, ReadOnlySpan<float> target, int at, float weight, Span<float> destination, int to, int length)
        {
            double loss = TargetLoss(x, from, target, at, length);
            Softmax(x, from, destination, to, length);
            LessTarget(target, at, weight, destination, to, length);
            return loss;
        }

        /// <summary>log(sum of e^x) - x_label, and of what the uniform target has more a part.</summary>
        public static float CrossEntropy(ReadOnlySpan<float> x, int from, int label, float labelSmoothing, int length)
        {
            double max = ScanMax(x, from, length);
            if (max - max != 0.0)
                return float.NaN;
            double loss = LogOfRow(x, from, length, max, x[from + label]);
            return (float)SoftmaxKernels.Smoothed(loss, labelSmoothing, labelSmoothing == 0 ? 0.0 : MeanOffset(x, from, x[from + label], length));
        }

        /// <summary>The loss with label smoothing, and its gradient times a weight.</summary>
        public static double CrossEntropyWithGradient(ReadOnlySpan<float> x, int from, int label, float weight, Span<float> destination, int to, float labelSmoothing, int length)
        {
            float own = (float)((double)labelSmoothing * weight), even = (float)((double)own / (float)length);
            double more = labelSmoothing == 0 ? 0.0 : MeanOffset(x, from, x[from + label], length);
            double loss = SoftmaxKernels.Smoothed(CrossEntropyWithGradient(x, from, label, weight, destination, to, length), labelSmoothing, more);
            for (int i = to; i < to + length; i++)
                destination[i] = (float)((double)destination[i] - even);
            destination[to + label] = (float)((double)destination[to + label] + own);
            return loss;
        }

        private static void LessTarget(ReadOnlySpan<float> target, int at, float weight, Span<float> destination, int to, int length)
        {
            for (int i = 0; i < length; i++)
                destination[to + i] = (float)((double)(float)((double)destination[to + i] - target[at + i]) * weight);
        }

        private static double MeanOffset(ReadOnlySpan<float> x, int from, double origin, int length)
        {
            double mean = Weighted(default(ReadOnlySpan<float>), -1, x, from, origin, new ScalarCut(length), 0, 1) / length;
            if (!double.IsNaN(mean))
                return mean;
            double sum = 0.0;
            for (int i = from; i < from + length; i++)
                sum += origin - x[i];
            return sum / length;
        }

        // Sums of weights times distances below an origin, in the order of vectors; without weights, or without distances, these are 1.
        private static double Weighted(ReadOnlySpan<float> weights, int at, ReadOnlySpan<float> x, int from, double origin, in ScalarCut cut, int lane, int stride) =>
            stride < cut.Lanes
                ? Weighted(weights, at, x, from, origin, cut, lane, 2 * stride) + Weighted(weights, at, x, from, origin, cut, lane + stride, 2 * stride)
                : WeightedLane(weights, at, x, from, origin, cut, lane);

        private static double WeightedLane(ReadOnlySpan<float> weights, int at, ReadOnlySpan<float> x, int from, double origin, in ScalarCut cut, int lane)
        {
            double total = 0.0, lost = 0.0;
            for (int chunk = 0; chunk < cut.Chunks; chunk++)
            {
                double part = WeightedPart(weights, at, x, from, origin, lane + (chunk * cut.Chunk), cut.Lanes, ScalarCut.ChunkBlocks);
                lost += Lost(total, part, total + part);
                total += part;
            }

            double rest = WeightedPart(weights, at, x, from, origin, lane + (cut.Chunks * cut.Chunk), cut.Lanes, cut.RestBlocks);
            if (lane >= cut.FirstTailLane)
                rest += WeightedDistance(weights, at, x, from, origin, lane + cut.Tail);
            if (cut.Chunks == 0)
                return rest;
            lost += Lost(total, rest, total + rest);
            return (total + rest) + lost;
        }

        private static double WeightedPart(ReadOnlySpan<float> weights, int at, ReadOnlySpan<float> x, int from, double origin, int i, int step, int count)
        {
            double sum = 0.0;
            for (int block = 0; block < count; block++)
                sum += WeightedDistance(weights, at, x, from, origin, i + (block * step));
            return sum;
        }

        private static double WeightedDistance(ReadOnlySpan<float> weights, int at, ReadOnlySpan<float> x, int from, double origin, int i) =>
            from < 0 ? weights[at + i] : at < 0 ? origin - x[from + i] : weights[at + i] * (weights[at + i] == 0 ? 0.0 : origin - x[from + i]);
    }
}
