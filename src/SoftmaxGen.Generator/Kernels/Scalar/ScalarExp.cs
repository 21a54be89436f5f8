namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;

    // The exponentials of SoftmaxAccuracy.Precise for one element: the operations of PreciseExp and PairExp in the same order,
    // and so the same bits.
    internal static partial class ScalarKernels
    {
        /// <summary>e^y with a relative error below 2e-12, thousands of times finer than single precision.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double ExpPrecise(double y)
        {
            double r = ReducePlain(y, out double scale);
            double s = r * r;
            double u = s * s;
            double odd = ((DoubleConstants.S7 * s) + DoubleConstants.S5) * u;
            double even = ((DoubleConstants.S8 * u) + ((DoubleConstants.S6 * s) + DoubleConstants.S4)) * u;
            odd += (DoubleConstants.S3 * s) + 1.0;
            even += (DoubleConstants.S2 * s) + 1.0;
            return ((odd * r) + even) * scale;
        }

        /// <summary>e^y to the last bits of double precision, for logarithms whose result may be close to 0.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double ExpPlain(double y)
        {
            double r = ReducePlain(y, out double scale);
            double p = (Polynomial(r) * r) + 1.0;
            return ((p * r) + 1.0) * scale;
        }

        // q of e^r = 1 + r + r^2 q(r).
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double Polynomial(double r)
        {
            double s = r * r;
            double odd = (DoubleConstants.C11 * s) + DoubleConstants.C9;
            double even = (DoubleConstants.C10 * s) + DoubleConstants.C8;
            odd = (odd * s) + DoubleConstants.C7;
            even = (even * s) + DoubleConstants.C6;
            odd = (odd * s) + DoubleConstants.C5;
            even = (even * s) + DoubleConstants.C4;
            odd = (odd * s) + DoubleConstants.C3;
            even = (even * s) + DoubleConstants.C2;
            return (odd * r) + even;
        }

        // Below the reach a term is 2^-1000 or less and no longer counts.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static double ReducePlain(double y, out double scale)
        {
            y = -DoubleConstants.PlainReach > y ? -DoubleConstants.PlainReach : y;
            double t = (y * DoubleConstants.Log2E) + DoubleConstants.PlainRound;
            double n = t - DoubleConstants.PlainRound;
            scale = ExponentIn(t);
            return (y - (n * DoubleConstants.Ln2High)) - (n * DoubleConstants.Ln2Low);
        }

        // 2^n as the exponent bits that t carries at its low end.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double ExponentIn(double t) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(t) << 52);

        /// <summary>What the addition a + b = sum has lost to rounding, exactly.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double Lost(double a, double b, double sum)
        {
            double part = sum - a;
            return (a - (sum - part)) + (b - part);
        }
    }
}
