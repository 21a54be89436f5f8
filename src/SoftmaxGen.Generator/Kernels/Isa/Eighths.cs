namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.InteropServices;
    using global::System.Runtime.Intrinsics;
    using global::System.Runtime.Intrinsics.Arm;
    using global::System.Runtime.Intrinsics.X86;

    // The look-up of 2^(j/8) by the three low bits of each lane, within registers.
    internal static partial class SoftmaxKernels
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<int> Eighths(ref int eighths, Vector512<int> j) =>
            Avx512F.PermuteVar16x32(Vector512.LoadUnsafe(ref eighths), j);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<int> Eighths(ref int eighths, Vector256<int> j) =>
            Avx2.PermuteVar8x32(Vector256.LoadUnsafe(ref eighths), j);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<int> Eighths(ref int eighths, Vector128<int> j)
        {
            if (Avx2.IsSupported)
                return Eighths(ref eighths, j.ToVector256Unsafe()).GetLower();
            if (AdvSimd.Arm64.IsSupported)
            {
                // The four bytes of lane j begin at 4 j.
                Vector128<int> bytes = ((j & Vector128.Create(7)) * 0x04040404) + Vector128.Create(0x03020100);
                return AdvSimd.Arm64.VectorTableLookup((Vector128.LoadUnsafe(ref eighths).AsByte(), Vector128.LoadUnsafe(ref eighths, 4).AsByte()), bytes.AsByte()).AsInt32();
            }

            return Vector128.Create(Unsafe.Add(ref eighths, j.GetElement(0) & 7), Unsafe.Add(ref eighths, j.GetElement(1) & 7), Unsafe.Add(ref eighths, j.GetElement(2) & 7), Unsafe.Add(ref eighths, j.GetElement(3) & 7));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<long> Eighths(ref long eighths, Vector512<long> j) =>
            Avx512F.PermuteVar8x64(Vector512.LoadUnsafe(ref eighths), j);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<long> Eighths(ref long eighths, Vector256<long> j)
        {
            if (Avx512F.VL.IsSupported)
                return Avx512F.VL.PermuteVar4x64x2(Vector256.LoadUnsafe(ref eighths), j, Vector256.LoadUnsafe(ref eighths, 4));
            // The two halves of a number one by one, each by the low half of its lane.
            ref int words = ref MemoryMarshal.GetReference(EighthsInWords);
            Vector256<int> twice = Avx2.Shuffle(j.AsInt32(), 0b10_10_00_00);
            return Avx2.Blend(
                Avx2.PermuteVar8x32(Vector256.LoadUnsafe(ref words), twice),
                Avx2.PermuteVar8x32(Vector256.LoadUnsafe(ref words, 8), twice),
                0b10_10_10_10).AsInt64();
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<long> Eighths(ref long eighths, Vector128<long> j)
        {
            if (Avx2.IsSupported)
                return Eighths(ref eighths, j.ToVector256Unsafe()).GetLower();
            if (AdvSimd.Arm64.IsSupported)
            {
                // The eight bytes of lane j begin at 8 j; there is no multiplication of 64 bits that would repeat 8 j.
                Vector128<byte> first = AdvSimd.Arm64.VectorTableLookup((j & Vector128.Create(7L)).AsByte(), Vector128.Create((byte)0, 0, 0, 0, 0, 0, 0, 0, 8, 8, 8, 8, 8, 8, 8, 8));
                Vector128<byte> bytes = Vector128.ShiftLeft(first, 3) + Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7);
                return AdvSimd.Arm64.VectorTableLookup(
                    (Vector128.LoadUnsafe(ref eighths).AsByte(), Vector128.LoadUnsafe(ref eighths, 2).AsByte(), Vector128.LoadUnsafe(ref eighths, 4).AsByte(), Vector128.LoadUnsafe(ref eighths, 6).AsByte()),
                    bytes).AsInt64();
            }

            return Vector128.Create(Unsafe.Add(ref eighths, (int)(j.GetElement(0) & 7)), Unsafe.Add(ref eighths, (int)(j.GetElement(1) & 7)));
        }

        // DoubleConstants.Eighths, the low halves before the high ones.
        private static ReadOnlySpan<int> EighthsInWords => new int[]
        {
            -0x246DD56F, 0x2FF8CAE0, -0x77C8045B, -0x4403B217, 0x62D48226, -0x7F07F3B5, -0x314A1D6D, -0x57750035,
            0xC527, 0x49B8, -0xE8D, -0x4078, -0x4890, -0x230D, 0x3432, 0xC1AE,
        };
    }
}
