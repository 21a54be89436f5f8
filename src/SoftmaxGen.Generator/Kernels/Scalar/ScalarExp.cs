namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;

    // The exponentials of SoftmaxAccuracy.Precise for one element: the operations of PreciseExp and PairExp in the same order,
    // and so the same bits.
    internal static partial class ScalarKernels
    {
        /// <summary>e^y times <see cref="DoubleConstants.Factor"/>, with a relative error below 1e-12, thousands of times finer than single precision.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double ExpPrecise(double y)
        {
            y = -DoubleConstants.PlainReach > y ? -DoubleConstants.PlainReach : y;
            double t = (y * DoubleConstants.Steps) + DoubleConstants.PlainStepRound;
            double n = t - DoubleConstants.PlainStepRound;
            double r = (y - (n * DoubleConstants.StepHigh)) - (n * DoubleConstants.StepLow);
            double s = r * r;
            double q = (((DoubleConstants.S5 * r) + DoubleConstants.S4) * s) + ((DoubleConstants.S3 * r) + DoubleConstants.S2);
            long eighths = BitConverter.DoubleToInt64Bits(t);
            double scale = BitConverter.Int64BitsToDouble(unchecked((eighths << 49) + DoubleConstants.Eighths[(int)(eighths & 7)]));
            return (((q * s) + r) * scale) + scale;
        }

        /// <summary>e^y to the last bits of double precision, for logarithms whose result may be close to 0.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double ExpPlain(double y)
        {
            // Below the reach a term is 2^-1000 or less and no longer counts.
            y = -DoubleConstants.PlainReach > y ? -DoubleConstants.PlainReach : y;
            double t = (y * DoubleConstants.Log2E) + DoubleConstants.PlainRound;
            double n = t - DoubleConstants.PlainRound;
            double r = (y - (n * DoubleConstants.Ln2High)) - (n * DoubleConstants.Ln2Low);
            double p = (Polynomial(r) * r) + 1.0;
            return ((p * r) + 1.0) * ExponentIn(t);
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
