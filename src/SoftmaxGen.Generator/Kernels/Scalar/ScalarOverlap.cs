namespace SoftmaxGen.Generated
{
    using global::System;

    // Spans alone can overlap; arrays are the same or apart.
    internal static partial class ScalarKernels
    {
        /// <summary>Whether a source and a result share some elements without starting at the same one.</summary>
        public static bool OverlapsPartly<T>(ReadOnlySpan<T> source, ReadOnlySpan<T> result) =>
            source.Overlaps(result) && source.Slice(0, 1) != result.Slice(0, 1);

        /// <summary>Whether a source and a result share any element.</summary>
        public static bool Overlaps<T>(ReadOnlySpan<T> source, ReadOnlySpan<T> result) => source.Overlaps(result);
    }
}
