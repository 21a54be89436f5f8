namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.InteropServices;
    using global::System.Runtime.Intrinsics;
    using global::System.Runtime.Intrinsics.X86;

    // Sixteen rows of three floats are three vectors of 512 bits as they lie in memory. AVX-512 picks lanes from two vectors at once,
    // so that each column takes two picks: from the first two vectors, and from the result and the third.
    internal static partial class SoftmaxKernels
    {
        /// <summary>Sorts the elements of sixteen rows of three by columns.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void SplitRowsOfThree(Vector512<float> a, Vector512<float> b, Vector512<float> c, out Vector512<float> x, out Vector512<float> y, out Vector512<float> z)
        {
            x = PickLanes(PickLanes(a, b, ColumnsOfThree, 0), c, ColumnsOfThree, 3);
            y = PickLanes(PickLanes(a, b, ColumnsOfThree, 1), c, ColumnsOfThree, 4);
            z = PickLanes(PickLanes(a, b, ColumnsOfThree, 2), c, ColumnsOfThree, 5);
        }

        /// <summary>Undoes <see cref="SplitRowsOfThree"/>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void JoinRowsOfThree(Vector512<float> x, Vector512<float> y, Vector512<float> z, out Vector512<float> a, out Vector512<float> b, out Vector512<float> c)
        {
            a = PickLanes(PickLanes(x, y, RowsOfThree, 0), z, RowsOfThree, 3);
            b = PickLanes(PickLanes(x, y, RowsOfThree, 1), z, RowsOfThree, 4);
            c = PickLanes(PickLanes(x, y, RowsOfThree, 2), z, RowsOfThree, 5);
        }

        // Lanes of a are numbered from 0, those of b from 16.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<float> PickLanes(Vector512<float> a, Vector512<float> b, ReadOnlySpan<int> table, int row) =>
            Avx512F.PermuteVar16x32x2(a, Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(table), (UIntPtr)(16 * row)), b);

        private static ReadOnlySpan<int> ColumnsOfThree => new int[]
        {
            0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 0, 0, 0, 0, 0,
            1, 4, 7, 10, 13, 16, 19, 22, 25, 28, 31, 0, 0, 0, 0, 0,
            2, 5, 8, 11, 14, 17, 20, 23, 26, 29, 0, 0, 0, 0, 0, 0,
            0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 17, 20, 23, 26, 29,
            0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 18, 21, 24, 27, 30,
            0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 19, 22, 25, 28, 31,
        };

        private static ReadOnlySpan<int> RowsOfThree => new int[]
        {
            0, 16, 0, 1, 17, 0, 2, 18, 0, 3, 19, 0, 4, 20, 0, 5,
            21, 0, 6, 22, 0, 7, 23, 0, 8, 24, 0, 9, 25, 0, 10, 26,
            0, 11, 27, 0, 12, 28, 0, 13, 29, 0, 14, 30, 0, 15, 31, 0,
            0, 1, 16, 3, 4, 17, 6, 7, 18, 9, 10, 19, 12, 13, 20, 15,
            0, 21, 2, 3, 22, 5, 6, 23, 8, 9, 24, 11, 12, 25, 14, 15,
            26, 1, 2, 27, 4, 5, 28, 7, 8, 29, 10, 11, 30, 13, 14, 31,
        };
    }
}
