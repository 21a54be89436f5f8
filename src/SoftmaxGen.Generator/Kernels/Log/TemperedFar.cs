namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // What a temperature makes of rows whose maximum is not moderate, and of rows of doubles whose temperature has no constants, one element after the other: rare.
    internal static partial class SoftmaxKernels
    {
        /// <summary>Whether no constant of the exponential overflows at this temperature, or loses bits to underflow.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool HasConstants(float temperature) => temperature >= SmallestSingleTemperature && temperature <= LargestSingleTemperature;

        /// <inheritdoc cref="HasConstants(float)"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool HasConstants(double temperature) => temperature >= SmallestDoubleTemperature && temperature <= LargestDoubleTemperature;

        /// <summary>log(sum of e^(x / T)) - origin / T; NaN where the maximum is NaN or infinite.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double TemperedLogSumFar(ref double x, double temperature, double origin, int length)
        {
            double max = ScanMax(ref x, length);
            if (max - max != 0.0)
                return double.NaN;
            SumFar(ref x, temperature, max, length, out int ties, out DoubleDouble others, out double unused, out double unusedScale);
            return Add(DifferenceOver(max, origin, temperature), Log1p(ties, others));
        }

        /// <summary>The derivative by the temperature.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double TemperatureDerivativeFar(ref double x, double temperature, double origin, int length)
        {
            double max = ScanMax(ref x, length);
            if (max - max != 0.0)
                return double.NaN;
            SumFar(ref x, temperature, max, length, out int ties, out DoubleDouble others, out double weighted, out double scale);
            return DividedTwice(weighted / (1.0 + (ties + others.High)), max, origin, temperature, scale);
        }

        /// <inheritdoc cref="TemperedLogSumFar(ref double, double, double, int)"/>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double TemperedLogSumFar(ref float x, float temperature, double origin, int length)
        {
            double max = SumFar(ref x, temperature, length, out double others, out double unused);
            return ((max - origin) / temperature) + Log1pOfMany(others);
        }

        /// <inheritdoc cref="TemperatureDerivativeFar(ref double, double, double, int)"/>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double TemperatureDerivativeFar(ref float x, float temperature, double origin, int length)
        {
            double max = SumFar(ref x, temperature, length, out double others, out double weighted);
            return (((weighted / (1.0 + others)) - (max - origin)) / temperature) / temperature;
        }

        // As those of double.
        public const float SmallestSingleOfDistances = 1e-4f, LargestSingleOfDistances = 1e12f;

        /// <inheritdoc cref="HasDistances(double)"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool HasDistances(float temperature) => temperature >= SmallestSingleOfDistances && temperature <= LargestSingleOfDistances;

        /// <summary>Whether x - max does not overflow, and 1 / T is a number to multiply with.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool CanMultiply(float temperature, float max) => HasConstants(temperature) && Math.Abs(max) <= LargestSingleTemperature;

        /// <inheritdoc cref="CanMultiply(float, float)"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool CanMultiply(double temperature, double max) => HasConstants(temperature) && Math.Abs(max) <= LargestDoubleTemperature;

        /// <summary>Whether x - max does not overflow.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool CanSubtract(double max) => Math.Abs(max) <= LargestDoubleTemperature;

        /// <summary>(x - max) / T - log where it may.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void PlainLogSoftmax(ref float x, float temperature, float max, float log, ref float destination, int length)
        {
            for (int i = 0; i < length; i++)
                Unsafe.Add(ref destination, i) = (float)((((double)Unsafe.Add(ref x, i) - max) / temperature) - log);
        }

        /// <inheritdoc cref="PlainLogSoftmax(ref float, float, float, float, ref float, int)"/>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void PlainLogSoftmax(ref double x, double temperature, double max, double log, ref double destination, int length)
        {
            for (int i = 0; i < length; i++)
                Unsafe.Add(ref destination, i) = DifferenceOver(Unsafe.Add(ref x, i), max, temperature) - log;
        }

        // Of floats no double is too large or too small. The maximum, or NaN where it is not finite.
        private static double SumFar(ref float x, double temperature, int length, out double others, out double weighted)
        {
            double max = ScanMax(ref x, length);
            int ties = -1;
            others = weighted = 0.0;
            for (int i = 0; i < length; i++)
            {
                double distance = max - Unsafe.Add(ref x, i), term = ExpPlain(Vector128.CreateScalar(-distance / temperature)).ToScalar();
                if (distance == 0.0)
                    ties++;
                else
                    others += term;
                weighted += distance > 700.0 * temperature ? 0.0 : term * distance;
            }

            others += ties;

            return max - max == 0.0 ? max : double.NaN;
        }

        // All times a power of two, so that no constant of the exponential and no distance that counts is subnormal. As in Rescale, x - max is formed where it is exact,
        // which it is not where the maximum itself is small beside the temperature.
        private static void SumFar(ref double x, double temperature, double max, int length, out int ties, out DoubleDouble others, out double weighted, out double scale)
        {
            scale = ScaleOf(temperature);
            double t = temperature * scale, origin = Math.Abs(max) <= DoubleConstants.Moderate * temperature ? 0.0 : max;
            Vector128<double> temperatures = Vector128.Create(t), inverse = Vector128.Create(1.0 / t), inverseRest = Vector128.Create(InverseRest(t)), steps = Vector128.Create(DoubleConstants.Log2E / t);
            Vector128<double> stepHigh = Vector128.Create(TemperedLn2(t, out double low)), stepLow = Vector128.Create(low), largest = Vector128.Create((max - origin) * scale);
            Vector128<double> shift = ShiftPlain(largest, steps), lowest = Lowest(largest, temperatures);
            Pair128 sum = Pair128.Zero, weights = Pair128.Zero;
            ties = -1;
            for (int i = 0; i < length; i++)
            {
                double y = Unsafe.Add(ref x, i), distance = ScaledDistance(max, y, scale);
                if (distance == 0.0)
                {
                    ties++;
                    continue;
                }

                Pair128 term = ExpPairTempered(Vector128.Create((y - origin) * scale), shift, lowest, steps, stepHigh, stepLow, inverse, inverseRest);
                sum += term;

                // Further below no term counts, and times its distance, which may be infinite, it must be nothing.
                if (distance <= DoubleConstants.Reach * t)
                    weights += term * Vector128.Create(distance);
            }

            Pair128 top = ExpPairTempered(largest, shift, lowest, steps, stepHigh, stepLow, inverse, inverseRest);
            others = Ratio(sum, top);
            weighted = Ratio(weights, top * Vector128.Create(1.0 / DoubleConstants.TermUnit)).High;
        }
    }
}
