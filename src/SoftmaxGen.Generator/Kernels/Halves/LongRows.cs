namespace SoftmaxGen.Generated
{
    using global::System;

    // Rows of 16-bit elements become floats in other memory: on the stack, which holds 64 KB, or here.
    internal static class LongRows
    {
        // One for each thread, kept for its next call.
        [ThreadStatic]
        private static float[] kept;

        /// <summary>So many floats, which nobody else uses before the next call.</summary>
        public static Span<float> Floats(long length)
        {
            if (kept == null || kept.Length < length)
                kept = new float[length];
            return new Span<float>(kept, 0, (int)length);
        }
    }
}
