namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // What becomes of the maximum, an origin that is subtracted (0 for log-sum-exp, the label's logit for the cross-entropy) and log(sum of e^(x - max)).
    // The last one has a small relative error. Only where the maximum is negative does something cancel: then an error of the logarithm weighs more in the result.
    internal static partial class SoftmaxKernels
    {
        // What is left of the logarithm must be more than this part of it, or what it is off by shows: by 2^-50 at most for single-precision results, by 2^-55 for others.
        private const double SingleCancellation = 1.0 / (1 << 24);
        private const double DoubleCancellation = 1.0 / 4.0;

        // Below 2^-64 double-double arithmetic has too few bits for a float, too.
        private const double SmallestOfDoubleDouble = 1.0 / 18446744073709551616.0;

        /// <summary>Whether <paramref name="limit"/>, a part of the logarithm, is more than what is left of it.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool Cancels(double result, double limit) => Math.Abs(result) < limit;

        /// <summary>(max - origin) + log, where the first two are floats.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double AddLog(double max, double origin, DoubleDouble log, ref float x, int length)
        {
            double result = (max - origin) + log.High;
            return Cancels(result, log.High * SingleCancellation) ? LogSumExpPrecisely(ref x, length, max) : result;
        }

        /// <summary>(max - origin) + log, rounded once.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double AddLog(double max, double origin, DoubleDouble log, ref double x, int length)
        {
            double result = Add(max - origin, log);
            return Cancels(result, log.High * DoubleCancellation) ? LogSumExpPrecisely(ref x, length, max) : result;
        }

        /// <summary>a + b, rounded once; infinite where a is.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double Add(double a, DoubleDouble b)
        {
            DoubleDouble sum = DoubleDouble.Sum(a, b.High);
            double rest = sum.Low + b.Low;
            return rest - rest == 0.0 ? sum.High + rest : sum.High;
        }

        /// <summary>log(1 + ties + ratio).</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static DoubleDouble Log1p(int ties, DoubleDouble ratio)
        {
            DoubleDouble sum = DoubleDouble.Sum(ties, ratio.High);
            return Log1p(sum.High, sum.Low + ratio.Low);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static double LogSumExpPrecisely(ref float x, int length, double max)
        {
            DoubleDouble sum = default;
            for (int i = 0; i < length; i++)
                sum += DoubleDouble.Exp(DoubleDouble.Difference(Unsafe.Add(ref x, i), max));
            double result = DoubleDouble.LogPlus(sum, max);
            if (Math.Abs(result) >= SmallestOfDoubleDouble)
                return result;

            FixedPoint total = default;
            for (int i = 0; i < length; i++)
                total += FixedPoint.Exp(Unsafe.Add(ref x, i));
            return Log1p(total.LessOne(), 0.0).High;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static double LogSumExpPrecisely(ref double x, int length, double max)
        {
            DoubleDouble sum = default;
            for (int i = 0; i < length; i++)
                sum += DoubleDouble.Exp(DoubleDouble.Difference(Unsafe.Add(ref x, i), max));
            return DoubleDouble.LogPlus(sum, max);
        }

        /// <summary>log-sum-exp less an origin for a maximum that is not moderate, where x - max is exact wherever it counts; NaN where it is NaN or infinite.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double LogSumExpFar(ref double x, int length, double origin)
        {
            double max = ScanMax(ref x, length);
            if (max - max != 0.0)
                return double.NaN;

            Vector128<double> zero = Vector128<double>.Zero;
            Vector128<double> shift = ShiftPlain(zero);
            Vector128<double> lowest = Lowest(zero);
            Pair128 others = Pair128.Zero;
            int ties = 0;
            for (int i = 0; i < length; i++)
            {
                double y = Unsafe.Add(ref x, i) - max;
                if (y == 0.0)
                    ties++;
                else
                    others += ExpPair(Vector128.Create(y), shift, lowest);
            }

            return Add(max - origin, Log1p(ties - 1, Ratio(others, ExpPair(zero, shift, lowest))));
        }
    }
}
