namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;

    // log-sum-exp where max and log(sum) nearly cancel: the same sum in double-double arithmetic, about 100 bits.
    // T. J. Dekker, "A floating-point technique for extending the available precision", Numer. Math. 18 (1971).
    internal static partial class SoftmaxKernels
    {
        /// <summary>Whether max and the logarithm cancel so far that an error of the logarithm would be larger in their sum.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool Cancels(double max, double log) => max < 0.0 && log > -0.5 * max;

        /// <summary>The given log-sum-exp, or a more precise one where more than one bit of it was lost to cancellation.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double NearZero(double logSumExp, ref double x, int length, double max) =>
            logSumExp < -0.75 * max && logSumExp > 0.5 * max ? LogSumExpPrecisely(ref x, length, max) : logSumExp;

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static double LogSumExpPrecisely(ref double x, int length, double max)
        {
            DoubleDouble sum = default;
            for (int i = 0; i < length; i++)
                sum += DoubleDouble.Exp(DoubleDouble.Difference(Unsafe.Add(ref x, i), max));
            return DoubleDouble.LogPlus(sum, max);
        }
    }
}
