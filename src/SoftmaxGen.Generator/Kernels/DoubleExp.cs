namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.InteropServices;
    using global::System.Runtime.Intrinsics;

    // e^x up to a common power of two, in double precision. Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>Whether the terms can be taken relative to this maximum as they are; false for NaN and the infinities.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsModerate(Vector256<double> max) => global::System.Math.Abs(max.ToScalar()) <= DoubleConstants.Moderate;

        /// <summary>
        /// What turns x log2(e) into the exponent of a term relative to the maximum: an integer, so that no rounding of x - max
        /// enters, only the power of two next to e^max is taken out.
        /// </summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Shift(Vector256<double> max) =>
            MultiplyAdd(max, Vector256.Create(-DoubleConstants.Log2E), Vector256.Create(DoubleConstants.Round));

        /// <summary>The smallest element that still counts beside this maximum; smaller ones are raised to it.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Lowest(Vector256<double> max) => max - Vector256.Create(DoubleConstants.Reach);

        /// <summary>e^x 2^k, where k comes from <paramref name="shift"/> and is the same for all elements; NaN for NaN.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Exp(Vector256<double> x, Vector256<double> shift, Vector256<double> lowest)
        {
            x = Max(lowest, x);
            Vector256<double> t = MultiplyAdd(x, DoubleRow256(DoubleRow.Log2E), shift);
            Vector256<double> r = Reduce(x, t - shift);
            return Polynomial(r) * PowerOfTwo(t);
        }

        /// <summary>As <see cref="Exp(Vector256{double}, Vector256{double}, Vector256{double})"/>, with a polynomial one degree lower.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> ExpFast(Vector256<double> x, Vector256<double> shift, Vector256<double> lowest)
        {
            x = Max(lowest, x);
            Vector256<double> t = MultiplyAdd(x, DoubleRow256(DoubleRow.Log2E), shift);
            Vector256<double> r = Reduce(x, t - shift);
            return PolynomialFast(r) * PowerOfTwo(t);
        }

        // With a temperature T, e^(x/T) = 2^n e^(r/T), r = x - n (T ln 2): x itself is never divided, so no rounding of x/T enters.

        /// <inheritdoc cref="Shift(Vector256{double})"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Shift(Vector256<double> max, Vector256<double> log2E) =>
            MultiplyAdd(max, -log2E, Vector256.Create(DoubleConstants.Round));

        /// <inheritdoc cref="Lowest(Vector256{double})"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Lowest(Vector256<double> max, Vector256<double> temperature) => max - (Vector256.Create(DoubleConstants.Reach) * temperature);

        /// <summary>e^(x/T) 2^k, with log2(e)/T, the two parts of T ln 2, and 1/T.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> ExpTempered(Vector256<double> x, Vector256<double> shift, Vector256<double> lowest, Vector256<double> log2E, Vector256<double> ln2High, Vector256<double> ln2Low, Vector256<double> inverse)
        {
            x = Max(lowest, x);
            Vector256<double> t = MultiplyAdd(x, log2E, shift);
            Vector256<double> n = t - shift;
            Vector256<double> r = MultiplyAdd(-n, ln2Low, MultiplyAdd(-n, ln2High, x)) * inverse;
            return Polynomial(r) * PowerOfTwo(t);
        }

        /// <summary>r = x - n ln 2 without the rounding error of n ln 2.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> Reduce(Vector256<double> x, Vector256<double> n) =>
            MultiplyAdd(n, DoubleRow256(DoubleRow.MinusLn2Low), MultiplyAdd(n, DoubleRow256(DoubleRow.MinusLn2High), x));

        /// <summary>e^r for |r| &lt;= ln(2)/2: 1 + (r + r^2 q(r)), the odd and the even coefficients of q apart to shorten the chain.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> Polynomial(Vector256<double> r)
        {
            Vector256<double> s = r * r;
            Vector256<double> odd = MultiplyAdd(DoubleRow256(DoubleRow.C11), s, DoubleRow256(DoubleRow.C9));
            Vector256<double> even = MultiplyAdd(DoubleRow256(DoubleRow.C10), s, DoubleRow256(DoubleRow.C8));
            odd = MultiplyAdd(odd, s, DoubleRow256(DoubleRow.C7));
            even = MultiplyAdd(even, s, DoubleRow256(DoubleRow.C6));
            odd = MultiplyAdd(odd, s, DoubleRow256(DoubleRow.C5));
            even = MultiplyAdd(even, s, DoubleRow256(DoubleRow.C4));
            odd = MultiplyAdd(odd, s, DoubleRow256(DoubleRow.C3));
            even = MultiplyAdd(even, s, DoubleRow256(DoubleRow.C2));
            return MultiplyAdd(MultiplyAdd(odd, r, even), s, r) + DoubleRow256(DoubleRow.One);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> PolynomialFast(Vector256<double> r)
        {
            Vector256<double> s = r * r;
            Vector256<double> odd = MultiplyAdd(DoubleRow256(DoubleRow.F9), s, DoubleRow256(DoubleRow.F7));
            Vector256<double> even = MultiplyAdd(DoubleRow256(DoubleRow.F10), s, DoubleRow256(DoubleRow.F8));
            odd = MultiplyAdd(odd, s, DoubleRow256(DoubleRow.F5));
            even = MultiplyAdd(even, s, DoubleRow256(DoubleRow.F6));
            odd = MultiplyAdd(odd, s, DoubleRow256(DoubleRow.F3));
            even = MultiplyAdd(even, s, DoubleRow256(DoubleRow.F4));
            even = MultiplyAdd(even, s, DoubleRow256(DoubleRow.F2));
            return MultiplyAdd(MultiplyAdd(odd, r, even), s, r) + DoubleRow256(DoubleRow.One);
        }

        /// <summary>2^n as the exponent bits that <paramref name="t"/> carries at its low end. A factor, not an addition to the
        /// exponent, so that a NaN stays one.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> PowerOfTwo(Vector256<double> t) => Vector256.ShiftLeft(t.AsInt64(), 52).AsDouble();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> DoubleRow256(int row) =>
            Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(DoubleConstants.Rows), (UIntPtr)(8 * row));
    }
}
