namespace SoftmaxGen.Generated
{
    using global::System;

    internal static class LaneMasks
    {
        // A vector read n lanes before the middle has its first n lanes clear and the others set.
        public static ReadOnlySpan<int> Rows => new int[]
        {
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
        };

        public static ReadOnlySpan<int> Indices => new int[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 };

        public static ReadOnlySpan<long> WideIndices => new long[] { 0, 1, 2, 3, 4, 5, 6, 7 };
    }
}
