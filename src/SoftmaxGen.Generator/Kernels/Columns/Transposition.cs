namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // From columns to rows and back: blocks of 4 by 4 floats or 2 by 2 doubles, two below each other where vectors are wide enough. The last ones overlap those before.
    internal static partial class SoftmaxKernels
    {
        /// <summary>
        /// Element (i, k) of a matrix of <paramref name="rows"/> by <paramref name="columns"/> becomes element (k, i) of another one that is apart from it. The strides are the distances from row to row.
        /// </summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void Transpose(ref float source, int sourceStride, ref float destination, int destinationStride, int rows, int columns)
        {
            unchecked
            {
                if (rows < 4 || columns < 4)
                {
                    for (int i = 0; i < rows; i++)
                    {
                        for (int k = 0; k < columns; k++)
                            Unsafe.Add(ref destination, (k * destinationStride) + i) = Unsafe.Add(ref source, (i * sourceStride) + k);
                    }

                    return;
                }

                bool isTall = HasVector256 && rows >= 8;
                int height = isTall ? 8 : 4;
                for (int i = 0; i < rows; i += height)
                {
                    int row = global::System.Math.Min(i, rows - height);
                    for (int k = 0; k < columns; k += 4)
                    {
                        int column = global::System.Math.Min(k, columns - 4);
                        ref float from = ref Unsafe.Add(ref source, (row * sourceStride) + column);
                        ref float to = ref Unsafe.Add(ref destination, (column * destinationStride) + row);
                        if (isTall)
                            TransposeTallBlock(ref from, sourceStride, ref to, destinationStride);
                        else
                            TransposeBlock(ref from, sourceStride, ref to, destinationStride);
                    }
                }
            }
        }

        /// <inheritdoc cref="Transpose(ref float, int, ref float, int, int, int)"/>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void Transpose(ref double source, int sourceStride, ref double destination, int destinationStride, int rows, int columns)
        {
            unchecked
            {
                if (rows < 2 || columns < 2)
                {
                    for (int i = 0; i < rows; i++)
                    {
                        for (int k = 0; k < columns; k++)
                            Unsafe.Add(ref destination, (k * destinationStride) + i) = Unsafe.Add(ref source, (i * sourceStride) + k);
                    }

                    return;
                }

                for (int i = 0; i < rows; i += 2)
                {
                    int row = global::System.Math.Min(i, rows - 2);
                    for (int k = 0; k < columns; k += 2)
                    {
                        int column = global::System.Math.Min(k, columns - 2);
                        TransposeBlock(
                            ref Unsafe.Add(ref source, (row * sourceStride) + column), sourceStride,
                            ref Unsafe.Add(ref destination, (column * destinationStride) + row), destinationStride);
                    }
                }
            }
        }

        /// <summary>
        /// The number of columns that are best read and written where they are: all, unless the rows are so far apart that too many of them share a place of a cache, a page apart.
        /// It does not matter where the matrix is more than caches hold.
        /// </summary>
        public static int DirectColumns(int columns, int length, int size)
        {
            const int Page = 4096, RowsInPlace = 10, Large = 1 << 24;
            unchecked
            {
                int places = Page / Math.Min(Page, size * Math.Max(1, Math.Min(Page, columns & -columns)));
                return length <= RowsInPlace * places || (long)length * columns * size >= Large ? columns : 0;
            }
        }

        /// <summary>The first element from here on at the start of a line of a cache, in memory that does not move.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ref T AtLine<T>(ref T memory) =>
            ref Unsafe.AddByteOffset(ref memory, -Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref memory) & (IntPtr)63);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void TransposeBlock(ref float source, int sourceStride, ref float destination, int destinationStride)
        {
            Vector128<float> a = Vector128.LoadUnsafe(ref source), b = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, sourceStride));
            Vector128<float> c = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 2 * sourceStride)), d = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 3 * sourceStride));
            Vector128<float> abLow = ZipLow(a, b), abHigh = ZipHigh(a, b), cdLow = ZipLow(c, d), cdHigh = ZipHigh(c, d);
            ZipPairsLow(abLow, cdLow).StoreUnsafe(ref destination);
            ZipPairsHigh(abLow, cdLow).StoreUnsafe(ref Unsafe.Add(ref destination, destinationStride));
            ZipPairsLow(abHigh, cdHigh).StoreUnsafe(ref Unsafe.Add(ref destination, 2 * destinationStride));
            ZipPairsHigh(abHigh, cdHigh).StoreUnsafe(ref Unsafe.Add(ref destination, 3 * destinationStride));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void TransposeTallBlock(ref float source, int sourceStride, ref float destination, int destinationStride)
        {
            ref float below = ref Unsafe.Add(ref source, 4 * sourceStride);
            Vector256<float> a = Vector256.Create(Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref below));
            Vector256<float> b = Vector256.Create(Vector128.LoadUnsafe(ref Unsafe.Add(ref source, sourceStride)), Vector128.LoadUnsafe(ref Unsafe.Add(ref below, sourceStride)));
            Vector256<float> c = Vector256.Create(Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 2 * sourceStride)), Vector128.LoadUnsafe(ref Unsafe.Add(ref below, 2 * sourceStride)));
            Vector256<float> d = Vector256.Create(Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 3 * sourceStride)), Vector128.LoadUnsafe(ref Unsafe.Add(ref below, 3 * sourceStride)));
            Vector256<float> abLow = ZipLow(a, b), abHigh = ZipHigh(a, b), cdLow = ZipLow(c, d), cdHigh = ZipHigh(c, d);
            ZipPairsLow(abLow, cdLow).StoreUnsafe(ref destination);
            ZipPairsHigh(abLow, cdLow).StoreUnsafe(ref Unsafe.Add(ref destination, destinationStride));
            ZipPairsLow(abHigh, cdHigh).StoreUnsafe(ref Unsafe.Add(ref destination, 2 * destinationStride));
            ZipPairsHigh(abHigh, cdHigh).StoreUnsafe(ref Unsafe.Add(ref destination, 3 * destinationStride));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void TransposeBlock(ref double source, int sourceStride, ref double destination, int destinationStride)
        {
            Vector128<double> a = Vector128.LoadUnsafe(ref source), b = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, sourceStride));
            ZipLow(a, b).StoreUnsafe(ref destination);
            ZipHigh(a, b).StoreUnsafe(ref Unsafe.Add(ref destination, destinationStride));
        }
    }
}
