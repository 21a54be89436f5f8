namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // e^x up to a common factor, in double precision. Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>Whether the terms can be taken relative to this maximum as they are; false for NaN and the infinities.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsModerate(Vector256<double> max) => global::System.Math.Abs(max.ToScalar()) <= DoubleConstants.Moderate;

        /// <summary>
        /// What turns 8 log2(e) x into the eighths of an exponent relative to the maximum: an integer, so that no rounding of x - max
        /// enters, only the power of 2^(1/8) next to e^max is taken out.
        /// </summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Shift(Vector256<double> max) =>
            MultiplyAdd(max, Vector256.Create(-DoubleConstants.Steps), Vector256.Create(DoubleConstants.StepRound));

        /// <summary>The smallest element that still counts beside this maximum; smaller ones are raised to it.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Lowest(Vector256<double> max) => max - Vector256.Create(DoubleConstants.Reach);

        /// <summary>e^x times a factor that comes from <paramref name="shift"/> and is the same for all elements; NaN for NaN.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Exp(Vector256<double> x, Vector256<double> shift, Vector256<double> lowest)
        {
            ref double constants = ref DoubleRows;
            ref long eighths = ref DoubleEighths;
            x = Max(lowest, x);
            Vector256<double> t = MultiplyAdd(x, DoubleRow256(ref constants, DoubleRow.Steps), shift);
            Vector256<double> n = t - shift;
            Vector256<double> r = MultiplyAdd(n, DoubleRow256(ref constants, DoubleRow.MinusStepLow), MultiplyAdd(n, DoubleRow256(ref constants, DoubleRow.MinusStepHigh), x));
            return Times(ref constants, PowerOfTwoEighths(ref eighths, t), r);
        }

        // With a temperature T, e^(x/T) = 2^(n/8) e^(r/T), r = x - n (T ln 2)/8: x itself is never divided, so no rounding of x/T enters.

        /// <inheritdoc cref="Shift(Vector256{double})"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Shift(Vector256<double> max, Vector256<double> steps) =>
            MultiplyAdd(max, -steps, Vector256.Create(DoubleConstants.StepRound));

        /// <inheritdoc cref="Lowest(Vector256{double})"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Lowest(Vector256<double> max, Vector256<double> temperature) => max - (Vector256.Create(DoubleConstants.Reach) * temperature);

        /// <summary>e^(x/T) times a common factor, with 8 log2(e)/T, the two parts of (T ln 2)/8, and 1/T.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> ExpTempered(Vector256<double> x, Vector256<double> shift, Vector256<double> lowest, Vector256<double> steps, Vector256<double> stepHigh, Vector256<double> stepLow, Vector256<double> inverse)
        {
            ref double constants = ref DoubleRows;
            ref long eighths = ref DoubleEighths;
            x = Max(lowest, x);
            Vector256<double> t = MultiplyAdd(x, steps, shift);
            Vector256<double> n = t - shift;
            Vector256<double> r = MultiplyAdd(-n, stepLow, MultiplyAdd(-n, stepHigh, x)) * inverse;
            return Times(ref constants, PowerOfTwoEighths(ref eighths, t), r);
        }

        /// <summary>scale e^r for |r| &lt;= ln(2)/16, as scale + scale (r + r^2 q): what is added is small, and so are its rounding errors.
        /// The odd and the even coefficients of q are apart to shorten the chain.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> Times(ref double constants, Vector256<double> scale, Vector256<double> r)
        {
            Vector256<double> s = r * r;
            Vector256<double> odd = MultiplyAdd(DoubleRow256(ref constants, DoubleRow.D7), s, DoubleRow256(ref constants, DoubleRow.D5));
            Vector256<double> even = MultiplyAdd(DoubleRow256(ref constants, DoubleRow.D6), s, DoubleRow256(ref constants, DoubleRow.D4));
            odd = MultiplyAdd(odd, s, DoubleRow256(ref constants, DoubleRow.D3));
            even = MultiplyAdd(even, s, DoubleRow256(ref constants, DoubleRow.D2));
            return MultiplyAdd(scale, MultiplyAdd(MultiplyAdd(odd, r, even), s, r), scale);
        }

        /// <summary>2^(n/8) from the eighths that <paramref name="t"/> carries at its low end.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> PowerOfTwoEighths(ref long eighths, Vector256<double> t) => (Vector256.ShiftLeft(t.AsInt64(), 49) + Eighths(ref eighths, t.AsInt64())).AsDouble();

        /// <summary>2^n as the exponent bits that <paramref name="t"/> carries at its low end. A factor, not an addition to the
        /// exponent, so that a NaN stays one.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> PowerOfTwo(Vector256<double> t) => Vector256.ShiftLeft(t.AsInt64(), 52).AsDouble();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> DoubleRow256(ref double constants, int row) => Vector256.LoadUnsafe(ref constants, (UIntPtr)(8 * row));
    }
}
