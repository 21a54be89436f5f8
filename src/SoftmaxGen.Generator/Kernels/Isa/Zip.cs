namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;
    using global::System.Runtime.Intrinsics.Arm;
    using global::System.Runtime.Intrinsics.X86;

    // Interleaving of two vectors within each 128-bit part: what transposes small tiles, and transposes them back.
    internal static partial class SoftmaxKernels
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> ZipLow(Vector512<float> a, Vector512<float> b) => Avx512F.UnpackLow(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> ZipHigh(Vector512<float> a, Vector512<float> b) => Avx512F.UnpackHigh(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> ZipLow(Vector512<double> a, Vector512<double> b) => Avx512F.UnpackLow(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> ZipHigh(Vector512<double> a, Vector512<double> b) => Avx512F.UnpackHigh(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> ZipLow(Vector256<float> a, Vector256<float> b) => Avx.UnpackLow(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> ZipHigh(Vector256<float> a, Vector256<float> b) => Avx.UnpackHigh(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> ZipLow(Vector256<double> a, Vector256<double> b) => Avx.UnpackLow(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> ZipHigh(Vector256<double> a, Vector256<double> b) => Avx.UnpackHigh(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> ZipLow(Vector128<float> a, Vector128<float> b) =>
            Sse.IsSupported ? Sse.UnpackLow(a, b) : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
            : Vector128.Create(a.GetElement(0), b.GetElement(0), a.GetElement(1), b.GetElement(1));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> ZipHigh(Vector128<float> a, Vector128<float> b) =>
            Sse.IsSupported ? Sse.UnpackHigh(a, b) : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
            : Vector128.Create(a.GetElement(2), b.GetElement(2), a.GetElement(3), b.GetElement(3));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> ZipLow(Vector128<double> a, Vector128<double> b) =>
            Sse2.IsSupported ? Sse2.UnpackLow(a, b) : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
            : Vector128.Create(a.GetElement(0), b.GetElement(0));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> ZipHigh(Vector128<double> a, Vector128<double> b) =>
            Sse2.IsSupported ? Sse2.UnpackHigh(a, b) : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
            : Vector128.Create(a.GetElement(1), b.GetElement(1));

        /// <summary>Within each 128-bit part two lanes of a and two of b, each chosen by two bits, the lowest first; a constant.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Pick(Vector512<float> a, Vector512<float> b, byte lanes) => Avx512F.Shuffle(a, b, lanes);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Pick(Vector256<float> a, Vector256<float> b, byte lanes) => Avx.Shuffle(a, b, lanes);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> Pick(Vector128<float> a, Vector128<float> b, byte lanes) =>
            Sse.IsSupported ? Sse.Shuffle(a, b, lanes)
            : Vector128.Create(a.GetElement(lanes & 3), a.GetElement((lanes >> 2) & 3), b.GetElement((lanes >> 4) & 3), b.GetElement(lanes >> 6));
    }
}
