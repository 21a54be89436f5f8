namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.InteropServices;
    using global::System.Runtime.Intrinsics;
    using global::System.Runtime.Intrinsics.Arm;
    using global::System.Runtime.Intrinsics.X86;

    // log(1 + q) for q >= 0, relatively accurate down to q = 0: with R next to 1/(1 + q) from a table, log(1 + q) = -log(R) + log(1 + r),
    // r = (1 + q) R - 1 = q R + (R - 1) with one rounding. Where R is 1, r is q itself. The chain of operations is what a short row waits for, so
    // there is no exponent to be taken apart: the table has rows for all of [1, 15.5].
    internal static partial class SoftmaxKernels
    {
        private const double Ln2 = 0.6931471805599453;

        // What is subtracted from the bits of 1 + q leaves, in the upper 16, the number of its sixteenth of an octave, counted from the one around 1.
        private const long FirstSixteenth = (1023L << 52) - (1L << 47);
        private const ulong LastSixteenth = 64;
        private const double LargestInTable = 15.0;

        // Beyond it, the powers of two of 1 + q are taken off: rows whose elements are close to each other have such sums, and there is no call, which
        // all vectors would have to wait in memory for.

        /// <summary>As <see cref="Log1p(double)"/> for any q >= 0.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double Log1pOfMany(double q)
        {
            double octaves = 0.0;
            if (!(q <= LargestInTable))
                q = WithoutOctaves(q, out octaves);
            return MultiplyAdd(octaves, Ln2, Log1p(q));
        }

        /// <summary>As <see cref="Log1pShort(double)"/> for any q >= 0.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double Log1pShortOfMany(double q)
        {
            double octaves = 0.0;
            if (!(q <= LargestInTable))
                q = WithoutOctaves(q, out octaves);
            return MultiplyAdd(octaves, Ln2, Log1pShort(q));
        }

        // (1 + q) / 2^octaves - 1, from 0 to 1.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static double WithoutOctaves(double q, out double octaves)
        {
            unchecked
            {
                long exponent = BitConverter.DoubleToInt64Bits(1.0 + q) >> 52;
                octaves = exponent - 1023;
                double unit = BitConverter.Int64BitsToDouble((2046 - exponent) << 52);
                return MultiplyAdd(q, unit, unit - 1.0);
            }
        }

        /// <summary>log(1 + q) for q from 0 to 15 within 1.1 ulp; NaN for NaN.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double Log1p(double q)
        {
            ref double row = ref LogarithmsNear(q);
            double r = MultiplyAdd(q, row, Unsafe.Add(ref row, 1));
            // (log(1 + r) - r) / r^2 within 1.1e-17 r^2, in pairs of coefficients to shorten the chain.
            double s = r * r, t = s * s;
            double first = MultiplyAdd(0.33333333333333165, r, -0.49999999999999684);
            double second = MultiplyAdd(0.2000000000273175, r, -0.2500000000433584);
            double third = MultiplyAdd(0.14285702672664025, r, -0.16666650639868452);
            double fourth = MultiplyAdd(0.11129043068619703, r, -0.1252193641526693);
            return Unsafe.Add(ref row, 2) + MultiplyAdd(MultiplyAdd(MultiplyAdd(fourth, s, third), t, MultiplyAdd(second, s, first)), s, r);
        }

        /// <summary>log(1 + q) for q from 0 to 15 as precisely as single precision needs it, relative error below 4e-10; NaN for NaN.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double Log1pShort(double q)
        {
            ref double row = ref LogarithmsNear(q);
            double r = MultiplyAdd(q, row, Unsafe.Add(ref row, 1));
            double s = r * r;
            double first = MultiplyAdd(0.33333330503344255, r, -0.4999999507240837);
            double second = MultiplyAdd(0.20014537386371503, r, -0.25020269805575984);
            return Unsafe.Add(ref row, 2) + MultiplyAdd(MultiplyAdd(second, s, first), s, r);
        }

        // The row of the table; beyond it, and for NaN, the last one.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static ref double LogarithmsNear(double q)
        {
            unchecked
            {
                ulong i = Math.Min((ulong)((BitConverter.DoubleToInt64Bits(1.0 + q) - FirstSixteenth) >> 48), LastSixteenth);
                return ref Unsafe.Add(ref MemoryMarshal.GetReference(Logarithms), (IntPtr)(4 * i));
            }
        }

        /// <summary>a * b + c, with one rounding where the processor can.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static double MultiplyAdd(double a, double b, double c) =>
            Fma.IsSupported || AdvSimd.Arm64.IsSupported ? Math.FusedMultiplyAdd(a, b, c) : (a * b) + c;

        // The sum of the terms that a row has besides its largest one, in units of that: a term is e^(x - M ln(2)/8) times the factor of the table, with the
        // integer M next to 8 max / ln 2; so it is multiplied by e^(M ln(2)/8 - max) over that factor, which is known before the terms are.

        /// <summary>What terms in single precision are multiplied by to be in units of the largest, relative error 4e-13.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double UnitOfTop(float max, float shift)
        {
            double r = (((double)SingleConstants.Round - shift) * (DoubleConstants.StepHigh + DoubleConstants.StepLow)) - max;
            double s = r * r;
            double q = (((DoubleConstants.S5 * r) + DoubleConstants.S4) * s) + ((DoubleConstants.S3 * r) + DoubleConstants.S2);
            // Without the extra power of two of the terms.
            const double Reciprocal = 1.0 / SingleConstants.Factor / 18446744073709551616.0;
            return (((q * s) + r) * Reciprocal) + Reciprocal;
        }

        /// <summary>What terms in double precision are multiplied by to be in units of the largest, and what that is rounded by.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double UnitOfTop(double max, double shift, out double low)
        {
            double steps = DoubleConstants.StepRound - shift;
            double r = ((steps * DoubleConstants.StepHigh) - max) + (steps * DoubleConstants.StepLow);
            double s = r * r;
            double odd = MultiplyAdd(MultiplyAdd(DoubleConstants.D7, s, DoubleConstants.D5), s, DoubleConstants.D3);
            double even = MultiplyAdd(MultiplyAdd(DoubleConstants.D6, s, DoubleConstants.D4), s, DoubleConstants.D2);
            double part = MultiplyAdd(MultiplyAdd(odd, r, even), s, r) * DoubleConstants.ReciprocalFactor;
            double high = DoubleConstants.ReciprocalFactor + part;
            low = ((DoubleConstants.ReciprocalFactor - high) + part) + DoubleConstants.ReciprocalFactorLow;
            return high;
        }

        /// <summary>A number from 0 to 16 less 1. Looked up, as its conversion takes three operations more.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double OneLess(int number) => Unsafe.Add(ref MemoryMarshal.GetReference(LessOne), number);

        private static ReadOnlySpan<double> LessOne => new double[] { -1.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0 };

        /// <summary>A sum of terms in units of the largest, and <paramref name="ties"/> times 1.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double InUnitsOfTop(double sum, double unit, double ties) => MultiplyAdd(sum, unit, ties);

        /// <inheritdoc cref="InUnitsOfTop(double, double, double)"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double InUnitsOfTop(double sum, double unit, double low, double ties) => MultiplyAdd(sum, unit, MultiplyAdd(sum, low, ties));
    }
}
