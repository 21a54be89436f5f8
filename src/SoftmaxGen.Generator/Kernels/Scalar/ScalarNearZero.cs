namespace SoftmaxGen.Generated
{
    using global::System;

    // As NearZero, for one element at a time.
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
    }
}
