namespace SoftmaxGen.Generated
{
    using global::System;

    // Spans alone can overlap; arrays are the same or apart.
    internal static partial class ScalarKernels
    {
        /// <summary>Whether a source and a result, which is at least as long, share some elements without starting at the same one.</summary>
        public static bool OverlapsPartly<T>(ReadOnlySpan<T> source, ReadOnlySpan<T> result) =>
            source.Overlaps(result) && source != result.Slice(0, source.Length);
    }
}
