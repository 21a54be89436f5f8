namespace SoftmaxGen.Generated
{
    using global::System;

    // The Jacobian and its product with a vector. Written for float; the text for double is the same.
    internal static partial class ScalarKernels
    {
        /// <summary>p_i (g_i - sum of g_k p_k).</summary>
        public static void Product(ReadOnlySpan<float> p, int from, ReadOnlySpan<float> g, int vector, Span<float> destination, int to, int length)
        {
            ScalarCut cut = new ScalarCut(length);
            double mean = Dot(p, from, g, vector, cut, 0, 1);
            for (int i = 0; i < length; i++)
                destination[to + i] = (float)(p[from + i] * (g[vector + i] - mean));
        }

        // Lanes are folded half onto half.
        private static double Dot(ReadOnlySpan<float> p, int from, ReadOnlySpan<float> g, int vector, in ScalarCut cut, int lane, int stride) =>
            stride < cut.Lanes
                ? Dot(p, from, g, vector, cut, lane, 2 * stride) + Dot(p, from, g, vector, cut, lane + stride, 2 * stride)
                : DotLane(p, from + lane, g, vector + lane, cut, lane);

        private static double DotLane(ReadOnlySpan<float> p, int i, ReadOnlySpan<float> g, int k, in ScalarCut cut, int lane)
        {
            double total = 0.0, lost = 0.0;
            for (int chunk = 0; chunk < cut.Chunks; chunk++)
            {
                double part = DotPart(p, i + (chunk * cut.Chunk), g, k + (chunk * cut.Chunk), cut.Lanes, ScalarCut.ChunkBlocks);
                lost += Lost(total, part, total + part);
                total += part;
            }

            double rest = DotPart(p, i + (cut.Chunks * cut.Chunk), g, k + (cut.Chunks * cut.Chunk), cut.Lanes, cut.RestBlocks);
            if (lane >= cut.FirstTailLane)
                rest += (double)p[i + cut.Tail] * g[k + cut.Tail];
            if (cut.Chunks == 0)
                return rest;
            lost += Lost(total, rest, total + rest);
            return (total + rest) + lost;
        }

        private static double DotPart(ReadOnlySpan<float> p, int i, ReadOnlySpan<float> g, int k, int step, int count)
        {
            double sum = 0.0;
            for (int block = 0; block < count; block++)
                sum += (double)p[i + (block * step)] * g[k + (block * step)];
            return sum;
        }

        /// <summary>The Jacobian at x.</summary>
        public static void Jacobian(ReadOnlySpan<float> x, int from, Span<float> destination, int to, int length)
        {
            // The probabilities stand in the last row until that is written.
            int last = to + (length * (length - 1));
            Softmax(x, from, destination, last, length);
            JacobianRows(destination, last, length - 1, destination, to, length);
        }

        /// <summary>The Jacobian from the probabilities.</summary>
        public static void JacobianFromSoftmax(ReadOnlySpan<float> p, int from, Span<float> destination, int to, int length) =>
            JacobianRows(p, from, 0, destination, to, length);

        // The row that p itself may stand in, its home, is written last.
        private static void JacobianRows(ReadOnlySpan<float> p, int from, int home, Span<float> destination, int to, int length)
        {
            for (int n = 1; n <= length; n++)
            {
                int line = home + n < length ? home + n : home + n - length;
                int row = to + (line * length);
                float own = p[from + line];
                float rest = (float)(1.0 - own);
                for (int i = 0; i < length; i++)
                    destination[row + i] = (float)((double)p[from + i] * -own);
                destination[row + line] = (float)((double)own * rest);
            }
        }
    }
}
