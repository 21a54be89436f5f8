namespace SoftmaxGen.Generated
{
    using global::System;

    // As NearZero, for one element at a time.
    internal static partial class ScalarKernels
    {
        // As in NearZero.

        private const double SingleCancellation = 1.0 / (1 << 24);
        private const double DoubleCancellation = 1.0 / 4.0;
        private const double SmallestOfDoubleDouble = 1.0 / 18446744073709551616.0;

        /// <summary>(max - origin) + log, where the first two are floats.</summary>
        public static double AddLog(double max, double origin, DoubleDouble log, ReadOnlySpan<float> x, int from, int length)
        {
            double result = (max - origin) + log.High;
            if (!(Math.Abs(result) < log.High * SingleCancellation))
                return result;

            DoubleDouble sum = default(DoubleDouble);
            for (int i = from; i < from + length; i++)
                sum += DoubleDouble.Exp(DoubleDouble.Difference(x[i], max));
            result = DoubleDouble.LogPlus(sum, max);
            if (Math.Abs(result) >= SmallestOfDoubleDouble)
                return result;

            FixedPoint total = default(FixedPoint);
            for (int i = from; i < from + length; i++)
                total += FixedPoint.Exp(x[i]);
            return SoftmaxKernels.Log1p(total.LessOne(), 0.0).High;
        }

        /// <summary>(max - origin) + log, rounded once.</summary>
        public static double AddLog(double max, double origin, DoubleDouble log, ReadOnlySpan<double> x, int from, int length)
        {
            double result = Add(max - origin, log);
            if (!(Math.Abs(result) < log.High * DoubleCancellation))
                return result;

            DoubleDouble sum = default(DoubleDouble);
            for (int i = from; i < from + length; i++)
                sum += DoubleDouble.Exp(DoubleDouble.Difference(x[i], max));
            return DoubleDouble.LogPlus(sum, max);
        }

        /// <summary>a + b, rounded once; infinite where a is.</summary>
        public static double Add(double a, DoubleDouble b)
        {
            DoubleDouble sum = DoubleDouble.Sum(a, b.High);
            double rest = sum.Low + b.Low;
            return rest - rest == 0.0 ? sum.High + rest : sum.High;
        }

        /// <summary>log(1 + ties + ratio).</summary>
        public static DoubleDouble Log1p(int ties, DoubleDouble ratio)
        {
            DoubleDouble sum = DoubleDouble.Sum(ties, ratio.High);
            return SoftmaxKernels.Log1p(sum.High, sum.Low + ratio.Low);
        }
    }
}
