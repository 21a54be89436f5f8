namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // A tile of columns of a matrix, to memory beside it and back. Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>
        /// Copies so many columns, and writes the maximum of each below its last element. Up to a whole vector there are columns of 0 behind them.
        /// </summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void LoadColumns256(ref float x, int stride, ref float tile, int tileStride, int length, int count)
        {
            unchecked
            {
                int whole = count - (count % Vector256<float>.Count), padded = whole == count ? count : whole + Vector256<float>.Count;
                ref float max = ref Unsafe.Add(ref tile, length * tileStride);
                for (int k = 0; k < padded; k += Vector256<float>.Count)
                    Vector256.Create(float.NegativeInfinity).StoreUnsafe(ref max, (UIntPtr)k);
                for (int i = 0; i < length; i++)
                {
                    ref float from = ref Unsafe.Add(ref x, i * stride);
                    ref float to = ref Unsafe.Add(ref tile, i * tileStride);
                    if (padded > whole)
                    {
                        Vector256<float>.Zero.StoreUnsafe(ref to, (UIntPtr)whole);
                        for (int k = whole; k < count; k++)
                            Unsafe.Add(ref to, k) = Unsafe.Add(ref from, k);
                        Vector256<float> v = Vector256.LoadUnsafe(ref to, (UIntPtr)whole);
                        Max(Vector256.LoadUnsafe(ref max, (UIntPtr)whole), v).StoreUnsafe(ref max, (UIntPtr)whole);
                    }

                    for (int k = 0; k < whole; k += Vector256<float>.Count)
                    {
                        Vector256<float> v = Vector256.LoadUnsafe(ref from, (UIntPtr)k);
                        v.StoreUnsafe(ref to, (UIntPtr)k);
                        Max(Vector256.LoadUnsafe(ref max, (UIntPtr)k), v).StoreUnsafe(ref max, (UIntPtr)k);
                    }
                }
            }
        }

        /// <summary>Copies so many columns of a tile to a matrix.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void StoreColumns256(ref float tile, int tileStride, int length, ref float destination, int stride, int count)
        {
            unchecked
            {
                int whole = count - (count % Vector256<float>.Count);
                for (int i = 0; i < length; i++)
                {
                    ref float from = ref Unsafe.Add(ref tile, i * tileStride);
                    ref float to = ref Unsafe.Add(ref destination, i * stride);
                    for (int k = 0; k < whole; k += Vector256<float>.Count)
                        Vector256.LoadUnsafe(ref from, (UIntPtr)k).StoreUnsafe(ref to, (UIntPtr)k);
                    for (int k = whole; k < count; k++)
                        Unsafe.Add(ref to, k) = Unsafe.Add(ref from, k);
                }
            }
        }

        /// <inheritdoc cref="LoadColumns256(ref float, int, ref float, int, int, int)"/>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void LoadColumns256(ref double x, int stride, ref double tile, int tileStride, int length, int count)
        {
            unchecked
            {
                int whole = count - (count % Vector256<double>.Count), padded = whole == count ? count : whole + Vector256<double>.Count;
                ref double max = ref Unsafe.Add(ref tile, length * tileStride);
                for (int k = 0; k < padded; k += Vector256<double>.Count)
                    Vector256.Create(double.NegativeInfinity).StoreUnsafe(ref max, (UIntPtr)k);
                for (int i = 0; i < length; i++)
                {
                    ref double from = ref Unsafe.Add(ref x, i * stride);
                    ref double to = ref Unsafe.Add(ref tile, i * tileStride);
                    if (padded > whole)
                    {
                        Vector256<double>.Zero.StoreUnsafe(ref to, (UIntPtr)whole);
                        for (int k = whole; k < count; k++)
                            Unsafe.Add(ref to, k) = Unsafe.Add(ref from, k);
                        Vector256<double> v = Vector256.LoadUnsafe(ref to, (UIntPtr)whole);
                        Max(Vector256.LoadUnsafe(ref max, (UIntPtr)whole), v).StoreUnsafe(ref max, (UIntPtr)whole);
                    }

                    for (int k = 0; k < whole; k += Vector256<double>.Count)
                    {
                        Vector256<double> v = Vector256.LoadUnsafe(ref from, (UIntPtr)k);
                        v.StoreUnsafe(ref to, (UIntPtr)k);
                        Max(Vector256.LoadUnsafe(ref max, (UIntPtr)k), v).StoreUnsafe(ref max, (UIntPtr)k);
                    }
                }
            }
        }

        /// <inheritdoc cref="StoreColumns256(ref float, int, int, ref float, int, int)"/>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void StoreColumns256(ref double tile, int tileStride, int length, ref double destination, int stride, int count)
        {
            unchecked
            {
                int whole = count - (count % Vector256<double>.Count);
                for (int i = 0; i < length; i++)
                {
                    ref double from = ref Unsafe.Add(ref tile, i * tileStride);
                    ref double to = ref Unsafe.Add(ref destination, i * stride);
                    for (int k = 0; k < whole; k += Vector256<double>.Count)
                        Vector256.LoadUnsafe(ref from, (UIntPtr)k).StoreUnsafe(ref to, (UIntPtr)k);
                    for (int k = whole; k < count; k++)
                        Unsafe.Add(ref to, k) = Unsafe.Add(ref from, k);
                }
            }
        }
    }
}
