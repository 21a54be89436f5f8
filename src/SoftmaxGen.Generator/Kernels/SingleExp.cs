namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.InteropServices;
    using global::System.Runtime.Intrinsics;

    // e^x up to a common power of two, in single precision. Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>Whether the terms can be taken relative to this maximum as they are; false for NaN and the infinities.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsModerate(Vector256<float> max) => global::System.MathF.Abs(max.ToScalar()) <= SingleConstants.Moderate;

        /// <summary>
        /// What turns x log2(e) into the exponent of a term relative to the maximum: an integer, so that no rounding of x - max
        /// enters, only the power of two next to e^max is taken out.
        /// </summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Shift(Vector256<float> max) =>
            MultiplyAdd(max, Vector256.Create(-SingleConstants.Log2E), Vector256.Create(SingleConstants.Round));

        /// <summary>The smallest element that still counts beside this maximum; smaller ones are raised to it.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Lowest(Vector256<float> max) => max - Vector256.Create(SingleConstants.Reach);

        /// <summary>e^x 2^k, where k comes from <paramref name="shift"/> and is the same for all elements; NaN for NaN.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Exp(Vector256<float> x, Vector256<float> shift, Vector256<float> lowest)
        {
            x = Max(lowest, x);
            Vector256<float> t = MultiplyAdd(x, SingleRow256(SingleRow.Log2E), shift);
            Vector256<float> r = Reduce(x, t - shift);
            return Polynomial(r) * PowerOfTwo(t);
        }

        /// <summary>As <see cref="Exp(Vector256{float}, Vector256{float}, Vector256{float})"/>, with a polynomial one degree lower.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> ExpFast(Vector256<float> x, Vector256<float> shift, Vector256<float> lowest)
        {
            x = Max(lowest, x);
            Vector256<float> t = MultiplyAdd(x, SingleRow256(SingleRow.Log2E), shift);
            Vector256<float> r = Reduce(x, t - shift);
            return PolynomialFast(r) * PowerOfTwo(t);
        }

        // With a temperature T, e^(x/T) = 2^n e^(r/T), r = x - n (T ln 2): x itself is never divided, so no rounding of x/T enters.

        /// <inheritdoc cref="Shift(Vector256{float})"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Shift(Vector256<float> max, Vector256<float> log2E) =>
            MultiplyAdd(max, -log2E, Vector256.Create(SingleConstants.Round));

        /// <inheritdoc cref="Lowest(Vector256{float})"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Lowest(Vector256<float> max, Vector256<float> temperature) => max - (Vector256.Create(SingleConstants.Reach) * temperature);

        /// <summary>e^(x/T) 2^k, with log2(e)/T, the two parts of T ln 2, and 1/T.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> ExpTempered(Vector256<float> x, Vector256<float> shift, Vector256<float> lowest, Vector256<float> log2E, Vector256<float> ln2High, Vector256<float> ln2Low, Vector256<float> inverse)
        {
            x = Max(lowest, x);
            Vector256<float> t = MultiplyAdd(x, log2E, shift);
            Vector256<float> n = t - shift;
            Vector256<float> r = MultiplyAdd(-n, ln2Low, MultiplyAdd(-n, ln2High, x)) * inverse;
            return Polynomial(r) * PowerOfTwo(t);
        }

        /// <summary>r = x - n ln 2 without the rounding error of n ln 2.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> Reduce(Vector256<float> x, Vector256<float> n) =>
            MultiplyAdd(n, SingleRow256(SingleRow.MinusLn2Low), MultiplyAdd(n, SingleRow256(SingleRow.MinusLn2High), x));

        /// <summary>e^r for |r| &lt;= ln(2)/2.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> Polynomial(Vector256<float> r)
        {
            Vector256<float> p = MultiplyAdd(SingleRow256(SingleRow.C6), r, SingleRow256(SingleRow.C5));
            p = MultiplyAdd(p, r, SingleRow256(SingleRow.C4));
            p = MultiplyAdd(p, r, SingleRow256(SingleRow.C3));
            p = MultiplyAdd(p, r, SingleRow256(SingleRow.C2));
            p = MultiplyAdd(p, r, SingleRow256(SingleRow.One));
            return MultiplyAdd(p, r, SingleRow256(SingleRow.One));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> PolynomialFast(Vector256<float> r)
        {
            Vector256<float> p = MultiplyAdd(SingleRow256(SingleRow.F5), r, SingleRow256(SingleRow.F4));
            p = MultiplyAdd(p, r, SingleRow256(SingleRow.F3));
            p = MultiplyAdd(p, r, SingleRow256(SingleRow.F2));
            p = MultiplyAdd(p, r, SingleRow256(SingleRow.One));
            return MultiplyAdd(p, r, SingleRow256(SingleRow.One));
        }

        /// <summary>2^n as the exponent bits that <paramref name="t"/> carries at its low end. A factor, not an addition to the
        /// exponent, so that a NaN stays one.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> PowerOfTwo(Vector256<float> t) => Vector256.ShiftLeft(t.AsInt32(), 23).AsSingle();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> SingleRow256(int row) =>
            Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(SingleConstants.Rows), (UIntPtr)(16 * row));
    }
}
