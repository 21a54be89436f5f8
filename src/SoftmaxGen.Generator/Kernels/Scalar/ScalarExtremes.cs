namespace SoftmaxGen.Generated
{
    using global::System;

    // The largest element, and rows whose maximum is not a moderate number. Written for float; the text for double is the same.
    internal static partial class ScalarKernels
    {
        /// <summary>The largest element; NaN where there is a NaN.</summary>
        public static float ScanMax(ReadOnlySpan<float> x, int from, int length)
        {
            float max = float.NegativeInfinity;
            for (int i = from; i < from + length; i++)
                max = Math.Max(max, x[i]);
            return max;
        }

        /// <summary>Writes x - max and returns true; or, where the maximum is NaN or infinite, writes NaN and returns false.</summary>
        public static bool SubtractMax(ReadOnlySpan<float> x, int from, Span<float> destination, int to, int length)
        {
            double max = ScanMax(x, from, length);
            bool finite = max - max == 0.0;
            for (int i = 0; i < length; i++)
                destination[to + i] = finite ? (float)(x[from + i] - max) : float.NaN;
            return finite;
        }

        /// <summary>The number of elements that are the maximum.</summary>
        public static int Ties(ReadOnlySpan<float> x, int from, int length, double max)
        {
            int count = 0;
            for (int i = from; i < from + length; i++)
            {
                if (x[i] == max)
                    count++;
            }

            return count;
        }
    }
}
