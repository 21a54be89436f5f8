namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;
    using global::System.Runtime.Intrinsics.X86;

    // Reductions over the lanes of a vector. Each folds the upper half onto the lower one until one lane is left, so that a sum
    // has the same bits at every width. The result stands in every lane.
    internal static partial class SoftmaxKernels
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> MaxAcross(Vector512<float> v) => Repeat512(MaxAcross(Max(v.GetLower(), v.GetUpper())));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> MaxAcross(Vector512<double> v) => Repeat512(MaxAcross(Max(v.GetLower(), v.GetUpper())));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> MaxAcross(Vector256<float> v) => Repeat256(MaxAcross(Max(v.GetLower(), v.GetUpper())));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> MaxAcross(Vector256<double> v) => Repeat256(MaxAcross(Max(v.GetLower(), v.GetUpper())));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> MaxAcross(Vector128<float> v)
        {
            v = Max(v, SwapHalves(v));
            return Max(v, SwapNeighbours(v));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> MaxAcross(Vector128<double> v) => Max(v, SwapHalves(v));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> SumAcross(Vector512<float> v) => Repeat512(SumAcross(v.GetLower() + v.GetUpper()));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> SumAcross(Vector512<double> v) => Repeat512(SumAcross(v.GetLower() + v.GetUpper()));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> SumAcross(Vector256<float> v) => Repeat256(SumAcross(v.GetLower() + v.GetUpper()));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> SumAcross(Vector256<double> v) => Repeat256(SumAcross(v.GetLower() + v.GetUpper()));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> SumAcross(Vector128<float> v)
        {
            v += SwapHalves(v);
            return v + SwapNeighbours(v);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> SumAcross(Vector128<double> v) => v + SwapHalves(v);

        // The same as a number: a vector of it takes another step across lanes.

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double SumOf(Vector512<double> v) => SumOf(v.GetLower() + v.GetUpper());

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double SumOf(Vector256<double> v) => SumOf(v.GetLower() + v.GetUpper());

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double SumOf(Vector128<double> v) => SumAcross(v).ToScalar();

        // What SumAcross of the folded arguments, halves onto halves, rounds away.

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> LostAcross(Vector512<double> v) => Repeat512(LostAcross(v.GetLower(), v.GetUpper()));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> LostAcross(Vector256<double> a, Vector256<double> b)
        {
            Vector256<double> sum = a + b;
            return SumAcross(Lost(a, b, sum)) + Repeat256(LostAcross(sum.GetLower(), sum.GetUpper()));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> LostAcross(Vector128<double> a, Vector128<double> b, Vector128<double> c, Vector128<double> d)
        {
            Vector128<double> even = a + c, odd = b + d;
            return SumAcross(Lost(a, c, even) + Lost(b, d, odd)) + LostAcross(even, odd);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector128<double> LostAcross(Vector128<double> a, Vector128<double> b)
        {
            Vector128<double> sum = a + b, swapped = SwapHalves(sum);
            return SumAcross(Lost(a, b, sum)) + Lost(sum, swapped, sum + swapped);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Pair512 SumAcross(Pair512 v)
        {
            Pair256 sum = SumAcross(new Pair256(v.High.GetLower(), v.Low.GetLower()) + new Pair256(v.High.GetUpper(), v.Low.GetUpper()));
            return new Pair512(Repeat512(sum.High), Repeat512(sum.Low));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Pair256 SumAcross(Pair256 v)
        {
            Pair128 sum = SumAcross(new Pair128(v.High.GetLower(), v.Low.GetLower()) + new Pair128(v.High.GetUpper(), v.Low.GetUpper()));
            return new Pair256(Repeat256(sum.High), Repeat256(sum.Low));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Pair128 SumAcross(Pair128 v) => v + new Pair128(SwapHalves(v.High), SwapHalves(v.Low));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector128<float> SwapHalves(Vector128<float> v) => Vector128.Shuffle(v, Vector128.Create(2, 3, 0, 1));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector128<double> SwapHalves(Vector128<double> v) => Vector128.Shuffle(v, Vector128.Create(1L, 0L));

        /// <summary>Each even lane changed for the odd one next to it.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> SwapNeighbours(Vector128<float> v) => Vector128.Shuffle(v, Vector128.Create(1, 0, 3, 2));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> SwapNeighbours(Vector256<float> v) => Avx.Permute(v, 0b10_11_00_01);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> SwapNeighbours(Vector512<float> v) => Avx512F.Permute4x32(v, 0b10_11_00_01);

        // All lanes of the argument are equal, so its first one can be broadcast.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> Repeat256(Vector128<float> v) => Avx2.BroadcastScalarToVector256(v);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> Repeat256(Vector128<double> v) => Avx2.BroadcastScalarToVector256(v);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<float> Repeat512(Vector256<float> v) => Avx512F.BroadcastScalarToVector512(v.GetLower());

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<double> Repeat512(Vector256<double> v) => Avx512F.BroadcastScalarToVector512(v.GetLower());
    }
}
