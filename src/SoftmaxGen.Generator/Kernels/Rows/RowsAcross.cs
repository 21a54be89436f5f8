namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;
    using global::System.Runtime.Intrinsics.X86;

    // Reductions over the lanes of several vectors, a row each. They are folded as a single vector is, halves first, but two rows to a
    // vector and then four, so that the rows share the work of each step; sums have the bits that they have alone. In the result a row
    // has lanes of its own, which OfRowA and the like spread. There are none for 128 bits, where a row that needs a reduction
    // of several vectors is more of them than could wait in registers for the other rows.
    internal static partial class SoftmaxKernels
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<float> MaxOfHalves(Vector512<float> a, Vector512<float> b) => Max(a.WithUpper(b.GetLower()), Avx512F.Shuffle4x128(a, b, 0b11_10_11_10));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<float> MaxOfQuarters(Vector512<float> ab, Vector512<float> cd)
        {
            Vector512<float> v = Max(Avx512F.Shuffle4x128(ab, cd, 0b10_00_10_00), Avx512F.Shuffle4x128(ab, cd, 0b11_01_11_01));
            v = Max(v, Avx512F.Permute4x32(v, 0b01_00_11_10));
            return Max(v, SwapNeighbours(v));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> MaxAcross(Vector512<float> a, Vector512<float> b)
        {
            Vector512<float> ab = MaxOfHalves(a, b);
            return MaxOfQuarters(ab, ab);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> MaxAcross(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d) => MaxOfQuarters(MaxOfHalves(a, b), MaxOfHalves(c, d));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<float> SumOfHalves(Vector512<float> a, Vector512<float> b) => a.WithUpper(b.GetLower()) + Avx512F.Shuffle4x128(a, b, 0b11_10_11_10);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<float> SumOfQuarters(Vector512<float> ab, Vector512<float> cd)
        {
            Vector512<float> v = Avx512F.Shuffle4x128(ab, cd, 0b10_00_10_00) + Avx512F.Shuffle4x128(ab, cd, 0b11_01_11_01);
            v = v + Avx512F.Permute4x32(v, 0b01_00_11_10);
            return v + SwapNeighbours(v);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> SumAcross(Vector512<float> a, Vector512<float> b)
        {
            Vector512<float> ab = SumOfHalves(a, b);
            return SumOfQuarters(ab, ab);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> SumAcross(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d) => SumOfQuarters(SumOfHalves(a, b), SumOfHalves(c, d));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> OfRowA(Vector512<float> v) => Avx512F.Shuffle4x128(v, v, 0b00_00_00_00);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> OfRowB(Vector512<float> v) => Avx512F.Shuffle4x128(v, v, 0b01_01_01_01);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> OfRowC(Vector512<float> v) => Avx512F.Shuffle4x128(v, v, 0b10_10_10_10);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> OfRowD(Vector512<float> v) => Avx512F.Shuffle4x128(v, v, 0b11_11_11_11);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<double> MaxOfHalves(Vector512<double> a, Vector512<double> b) => Max(a.WithUpper(b.GetLower()), Avx512F.Shuffle4x128(a, b, 0b11_10_11_10));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<double> MaxOfQuarters(Vector512<double> ab, Vector512<double> cd)
        {
            Vector512<double> v = Max(Avx512F.Shuffle4x128(ab, cd, 0b10_00_10_00), Avx512F.Shuffle4x128(ab, cd, 0b11_01_11_01));
            return Max(v, Avx512F.Permute2x64(v, 0b01_01_01_01));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> MaxAcross(Vector512<double> a, Vector512<double> b)
        {
            Vector512<double> ab = MaxOfHalves(a, b);
            return MaxOfQuarters(ab, ab);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> MaxAcross(Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d) => MaxOfQuarters(MaxOfHalves(a, b), MaxOfHalves(c, d));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<double> SumOfHalves(Vector512<double> a, Vector512<double> b) => a.WithUpper(b.GetLower()) + Avx512F.Shuffle4x128(a, b, 0b11_10_11_10);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<double> SumOfQuarters(Vector512<double> ab, Vector512<double> cd)
        {
            Vector512<double> v = Avx512F.Shuffle4x128(ab, cd, 0b10_00_10_00) + Avx512F.Shuffle4x128(ab, cd, 0b11_01_11_01);
            return v + Avx512F.Permute2x64(v, 0b01_01_01_01);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> SumAcross(Vector512<double> a, Vector512<double> b)
        {
            Vector512<double> ab = SumOfHalves(a, b);
            return SumOfQuarters(ab, ab);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> SumAcross(Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d) => SumOfQuarters(SumOfHalves(a, b), SumOfHalves(c, d));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> OfRowA(Vector512<double> v) => Avx512F.Shuffle4x128(v, v, 0b00_00_00_00);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> OfRowB(Vector512<double> v) => Avx512F.Shuffle4x128(v, v, 0b01_01_01_01);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> OfRowC(Vector512<double> v) => Avx512F.Shuffle4x128(v, v, 0b10_10_10_10);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> OfRowD(Vector512<double> v) => Avx512F.Shuffle4x128(v, v, 0b11_11_11_11);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> MaxOfHalves(Vector256<float> a, Vector256<float> b) => Max(a.WithUpper(b.GetLower()), Avx.Permute2x128(a, b, 0b11_00_01));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> MaxOfQuarters(Vector256<float> ab, Vector256<float> cd)
        {
            Vector256<float> v = Max(Avx.UnpackLow(ab.AsDouble(), cd.AsDouble()).AsSingle(), Avx.UnpackHigh(ab.AsDouble(), cd.AsDouble()).AsSingle());
            return Max(v, SwapNeighbours(v));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> MaxAcross(Vector256<float> a, Vector256<float> b)
        {
            Vector256<float> ab = MaxOfHalves(a, b);
            return MaxOfQuarters(ab, ab);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> MaxAcross(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d) => MaxOfQuarters(MaxOfHalves(a, b), MaxOfHalves(c, d));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> SumOfHalves(Vector256<float> a, Vector256<float> b) => a.WithUpper(b.GetLower()) + Avx.Permute2x128(a, b, 0b11_00_01);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> SumOfQuarters(Vector256<float> ab, Vector256<float> cd)
        {
            Vector256<float> v = Avx.UnpackLow(ab.AsDouble(), cd.AsDouble()).AsSingle() + Avx.UnpackHigh(ab.AsDouble(), cd.AsDouble()).AsSingle();
            return v + SwapNeighbours(v);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> SumAcross(Vector256<float> a, Vector256<float> b)
        {
            Vector256<float> ab = SumOfHalves(a, b);
            return SumOfQuarters(ab, ab);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> SumAcross(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d) => SumOfQuarters(SumOfHalves(a, b), SumOfHalves(c, d));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> OfRowA(Vector256<float> v) => Avx2.Permute4x64(v.AsDouble(), 0b00_00_00_00).AsSingle();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> OfRowB(Vector256<float> v) => Avx2.Permute4x64(v.AsDouble(), 0b10_10_10_10).AsSingle();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> OfRowC(Vector256<float> v) => Avx2.Permute4x64(v.AsDouble(), 0b01_01_01_01).AsSingle();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> OfRowD(Vector256<float> v) => Avx2.Permute4x64(v.AsDouble(), 0b11_11_11_11).AsSingle();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> MaxOfHalves(Vector256<double> a, Vector256<double> b) => Max(a.WithUpper(b.GetLower()), Avx.Permute2x128(a, b, 0b11_00_01));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> MaxOfQuarters(Vector256<double> ab, Vector256<double> cd) => Max(Avx.UnpackLow(ab, cd), Avx.UnpackHigh(ab, cd));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> MaxAcross(Vector256<double> a, Vector256<double> b)
        {
            Vector256<double> ab = MaxOfHalves(a, b);
            return MaxOfQuarters(ab, ab);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> MaxAcross(Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d) => MaxOfQuarters(MaxOfHalves(a, b), MaxOfHalves(c, d));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> SumOfHalves(Vector256<double> a, Vector256<double> b) => a.WithUpper(b.GetLower()) + Avx.Permute2x128(a, b, 0b11_00_01);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> SumOfQuarters(Vector256<double> ab, Vector256<double> cd) => Avx.UnpackLow(ab, cd) + Avx.UnpackHigh(ab, cd);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> SumAcross(Vector256<double> a, Vector256<double> b)
        {
            Vector256<double> ab = SumOfHalves(a, b);
            return SumOfQuarters(ab, ab);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> SumAcross(Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d) => SumOfQuarters(SumOfHalves(a, b), SumOfHalves(c, d));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> OfRowA(Vector256<double> v) => Avx2.Permute4x64(v, 0b00_00_00_00);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> OfRowB(Vector256<double> v) => Avx2.Permute4x64(v, 0b10_10_10_10);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> OfRowC(Vector256<double> v) => Avx2.Permute4x64(v, 0b01_01_01_01);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> OfRowD(Vector256<double> v) => Avx2.Permute4x64(v, 0b11_11_11_11);
    }
}
