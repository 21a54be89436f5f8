namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;
    using global::System.Runtime.Intrinsics.Arm;
    using global::System.Runtime.Intrinsics.X86;

    // What differs from one instruction set to the next; everything else is written once for all widths.
    internal static partial class SoftmaxKernels
    {
        /// <summary>Whether the 512-bit path runs in hardware; its software form would be several times slower than 256 bits.</summary>
        public static bool HasVector512
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => Vector512.IsHardwareAccelerated && Avx512F.IsSupported;
        }

        /// <summary>Whether the 256-bit path runs in hardware, with fused multiply-add: without it, 128 bits do no worse.</summary>
        public static bool HasVector256
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => Vector256.IsHardwareAccelerated && Avx2.IsSupported && Fma.IsSupported;
        }

        /// <summary>Whether <see cref="MultiplyAdd(Vector128{double}, Vector128{double}, Vector128{double})"/> rounds once.</summary>
        public static bool HasFused
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => Fma.IsSupported || AdvSimd.Arm64.IsSupported;
        }

        /// <summary>a * b + c with one rounding.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> MultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> c) => Avx512F.FusedMultiplyAdd(a, b, c);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> MultiplyAdd(Vector512<double> a, Vector512<double> b, Vector512<double> c) => Avx512F.FusedMultiplyAdd(a, b, c);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c) => Fma.MultiplyAdd(a, b, c);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> MultiplyAdd(Vector256<double> a, Vector256<double> b, Vector256<double> c) => Fma.MultiplyAdd(a, b, c);

        /// <summary>a * b + c with one rounding where the processor can, with two where a fused operation would be a software call.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> MultiplyAdd(Vector128<float> a, Vector128<float> b, Vector128<float> c) =>
            Fma.IsSupported ? Fma.MultiplyAdd(a, b, c) : AdvSimd.IsSupported ? AdvSimd.FusedMultiplyAdd(c, a, b) : (a * b) + c;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> MultiplyAdd(Vector128<double> a, Vector128<double> b, Vector128<double> c) =>
            Fma.IsSupported ? Fma.MultiplyAdd(a, b, c) : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.FusedMultiplyAdd(c, a, b) : (a * b) + c;

        /// <summary>a * b + c with one rounding on every processor.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Fused(Vector512<double> a, Vector512<double> b, Vector512<double> c) => MultiplyAdd(a, b, c);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Fused(Vector256<double> a, Vector256<double> b, Vector256<double> c) => MultiplyAdd(a, b, c);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> Fused(Vector128<double> a, Vector128<double> b, Vector128<double> c) =>
            HasFused ? MultiplyAdd(a, b, c)
            : Vector128.Create(
                global::System.Math.FusedMultiplyAdd(a.GetElement(0), b.GetElement(0), c.GetElement(0)),
                global::System.Math.FusedMultiplyAdd(a.GetElement(1), b.GetElement(1), c.GetElement(1)));

        /// <summary>The larger of a and b; b where either is NaN, or NaN.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Max(Vector512<float> a, Vector512<float> b) => Avx512F.Max(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Max(Vector512<double> a, Vector512<double> b) => Avx512F.Max(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Max(Vector256<float> a, Vector256<float> b) => Avx.Max(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Max(Vector256<double> a, Vector256<double> b) => Avx.Max(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> Max(Vector128<float> a, Vector128<float> b) =>
            Sse.IsSupported ? Sse.Max(a, b) : AdvSimd.IsSupported ? AdvSimd.Max(a, b) : Vector128.ConditionalSelect(Vector128.GreaterThan(a, b), a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> Max(Vector128<double> a, Vector128<double> b) =>
            Sse2.IsSupported ? Sse2.Max(a, b) : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.Max(a, b) : Vector128.ConditionalSelect(Vector128.GreaterThan(a, b), a, b);

        /// <summary>The smaller of a and b; NaN is not looked for.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Min(Vector512<float> a, Vector512<float> b) => Avx512F.Min(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Min(Vector256<float> a, Vector256<float> b) => Avx.Min(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> Min(Vector128<float> a, Vector128<float> b) => Vector128.ConditionalSelect(Vector128.LessThan(a, b), a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<uint> Min(Vector512<uint> a, Vector512<uint> b) => Avx512F.Min(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<uint> Min(Vector256<uint> a, Vector256<uint> b) => Avx2.Min(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<uint> Min(Vector128<uint> a, Vector128<uint> b) => Vector128.Min(a, b);
    }
}
