namespace SoftmaxGen.Generated
{
    using global::System;

    // Logarithms of probabilities, and derivatives that start from the softmax. Written for float; the text for double is the same.
    internal static partial class ScalarKernels
    {
        /// <summary>log p_label.</summary>
        public static float LogProbability(ReadOnlySpan<float> x, int from, int label, int length) => (float)(0.0 - CrossEntropy(x, from, label, length));

        /// <summary>onehot(label) - p.</summary>
        public static void LogProbabilityGradient(ReadOnlySpan<float> x, int from, int label, Span<float> destination, int to, int length) =>
            CrossEntropyWithGradient(x, from, label, -1, destination, to, length);

        /// <summary>p_i (d_i - sum of p_k d_k).</summary>
        public static void EntropyGradient(ReadOnlySpan<float> x, int from, Span<float> destination, int to, int length)
        {
            Softmax(x, from, destination, to, length);
            double max = ScanMax(x, from, length);
            if (max - max != 0.0)
                return;
            ScalarCut cut = new ScalarCut(length);
            double mean = Weighted(destination, to, x, from, max, cut, 0, 1) / Weighted(destination, to, x, -1, max, cut, 0, 1);
            for (int i = 0; i < length; i++)
                destination[to + i] = (float)(destination[to + i] * ((destination[to + i] == 0 ? 0.0 : Math.Max(max - x[from + i], 0.0)) - mean));
        }

        /// <summary>g_i - p_i sum of g_k.</summary>
        public static void LogSoftmaxProduct(ReadOnlySpan<float> p, int from, ReadOnlySpan<float> g, int at, Span<float> destination, int to, int length)
        {
            double total = Weighted(g, at, p, -1, 0.0, new ScalarCut(length), 0, 1);
            for (int i = 0; i < length; i++)
                destination[to + i] = (float)(g[at + i] - (p[from + i] * total));
        }

        /// <summary>p_i (g_i - sum of g_k p_k) of p = softmax(x).</summary>
        public static void HessianProduct(ReadOnlySpan<float> x, int from, ReadOnlySpan<float> g, int at, Span<float> destination, int to, int length)
        {
            Softmax(x, from, destination, to, length);
            Product(destination, to, g, at, destination, to, length);
        }
    }
}
