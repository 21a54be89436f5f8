namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // e^x up to a common factor, in single precision. Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>Whether the terms can be taken relative to this maximum as they are; false for NaN and the infinities.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsModerate(Vector256<float> max) => global::System.MathF.Abs(max.ToScalar()) <= SingleConstants.Moderate;

        /// <summary>Whether differences from this maximum make sense: false for NaN and the infinities.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsFinite(Vector256<float> max) => global::System.Single.IsFinite(max.ToScalar());

        /// <summary>
        /// What turns 8 log2(e) x into the eighths of an exponent relative to the maximum: an integer, so that no rounding of x - max
        /// enters, only the power of 2^(1/8) next to e^max is taken out.
        /// </summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Shift(Vector256<float> max) =>
            MultiplyAdd(max, Vector256.Create(-SingleConstants.Steps), Vector256.Create(SingleConstants.Round));

        /// <summary>The smallest element that still counts beside this maximum; smaller ones are raised to it.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Lowest(Vector256<float> max) => max - Vector256.Create(SingleConstants.Reach);

        /// <summary>e^x times a factor that comes from <paramref name="shift"/> and is the same for all elements; NaN for NaN.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Exp(Vector256<float> x, Vector256<float> shift, Vector256<float> lowest)
        {
            ref float constants = ref SingleRows;
            ref int eighths = ref SingleEighths;
            x = Max(lowest, x);
            Vector256<float> t = MultiplyAdd(x, SingleRow256(ref constants, SingleRow.Steps), shift);
            Vector256<float> n = t - shift;
            Vector256<float> r = MultiplyAdd(n, SingleRow256(ref constants, SingleRow.MinusStepLow), MultiplyAdd(n, SingleRow256(ref constants, SingleRow.MinusStepHigh), x));
            return Times(ref constants, PowerOfTwoEighths(ref eighths, t), r);
        }

        // With a temperature T, e^(x/T) = 2^(n/8) e^(r/T), r = x - n (T ln 2)/8: x itself is never divided, so no rounding of x/T enters.

        /// <inheritdoc cref="Shift(Vector256{float})"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Shift(Vector256<float> max, Vector256<float> steps) =>
            MultiplyAdd(max, -steps, Vector256.Create(SingleConstants.Round));

        /// <inheritdoc cref="Lowest(Vector256{float})"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Lowest(Vector256<float> max, Vector256<float> temperature) => max - (Vector256.Create(SingleConstants.Reach) * temperature);

        /// <summary>e^(x/T) times a common factor, with 8 log2(e)/T, the two parts of (T ln 2)/8, and 1/T.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> ExpTempered(Vector256<float> x, Vector256<float> shift, Vector256<float> lowest, Vector256<float> steps, Vector256<float> stepHigh, Vector256<float> stepLow, Vector256<float> inverse)
        {
            ref float constants = ref SingleRows;
            ref int eighths = ref SingleEighths;
            x = Max(lowest, x);
            Vector256<float> t = MultiplyAdd(x, steps, shift);
            Vector256<float> n = t - shift;
            Vector256<float> r = MultiplyAdd(-n, stepLow, MultiplyAdd(-n, stepHigh, x)) * inverse;
            return Times(ref constants, PowerOfTwoEighths(ref eighths, t), r);
        }

        /// <summary>scale e^r for |r| &lt;= ln(2)/16, as scale + scale (r + r^2 q): what is added is small, and so are its rounding errors.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> Times(ref float constants, Vector256<float> scale, Vector256<float> r)
        {
            Vector256<float> q = MultiplyAdd(SingleRow256(ref constants, SingleRow.C3), r, SingleRow256(ref constants, SingleRow.C2));
            return MultiplyAdd(scale, MultiplyAdd(q, r * r, r), scale);
        }

        /// <summary>2^(n/8) from the eighths that <paramref name="t"/> carries at its low end, times the factor of the table. A factor of
        /// the term, not an addition to its exponent, so that a NaN stays one.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> PowerOfTwoEighths(ref int eighths, Vector256<float> t) => (Vector256.ShiftLeft(t.AsInt32(), 20) + Eighths(ref eighths, t.AsInt32())).AsSingle();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> SingleRow256(ref float constants, int row) => Vector256.LoadUnsafe(ref constants, (UIntPtr)(16 * row));
    }
}
