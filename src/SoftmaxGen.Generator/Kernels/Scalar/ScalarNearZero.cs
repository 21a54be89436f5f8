namespace SoftmaxGen.Generated
{
    using global::System;

    // As NearZero, for one element at a time; and the constant of a temperature.
    internal static partial class ScalarKernels
    {
        /// <summary>The given log-sum-exp, or a more precise one where more than one bit of it was lost to cancellation.</summary>
        public static double NearZero(double logSumExp, ReadOnlySpan<double> x, int from, int length, double max)
        {
            if (!(logSumExp < -0.75 * max && logSumExp > 0.5 * max))
                return logSumExp;

            DoubleDouble sum = default(DoubleDouble);
            for (int i = from; i < from + length; i++)
                sum += DoubleDouble.Exp(DoubleDouble.Difference(x[i], max));
            return DoubleDouble.LogPlus(sum, max);
        }

        /// <summary>The leading 32 bits of T ln 2, so that a multiple of it is exact, and the rest.</summary>
        public static double TemperedLn2(double temperature, out double low)
        {
            const double Ln2 = 0.6931471805599453;
            double product = temperature * Ln2;
            double error = FusedMultiplyAdd(temperature, Ln2, -product) + (temperature * 2.3190468138462996e-17);
            double high = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(product) & ~0x1FFFFFL);
            low = product - high + error;
            return high;
        }
    }
}
