namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;

    // Distances over temperatures. Of the derivative, a distance over T^2, no part may be subnormal or infinite where the result is not, as it would be divided by T^2.
    internal static partial class SoftmaxKernels
    {
        // Beyond these temperatures the product of a term and a distance may overflow, or be subnormal, or what is out of reach count beside it.
        public const double SmallestDoubleOfDistances = 1e-15, LargestDoubleOfDistances = 1e200;

        /// <summary>Whether a term times its distance is a normal number at this temperature wherever it counts.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool HasDistances(double temperature) => temperature >= SmallestDoubleOfDistances && temperature <= LargestDoubleOfDistances;

        /// <summary>The power of two times which a temperature is from 1 to 2, unless it is very small or very large.</summary>
        public static double ScaleOf(double temperature)
        {
            long exponent = (BitConverter.DoubleToInt64Bits(temperature) >> 52) - 1023;
            return BitConverter.Int64BitsToDouble((1023 - Math.Max(-1000, Math.Min(1000, exponent))) << 52);
        }

        /// <summary>(max - x) scale, where the difference itself may overflow.</summary>
        public static double ScaledDistance(double max, double x, double scale) => scale < 1.0 ? (max * scale) - (x * scale) : (max - x) * scale;

        /// <summary>(a - b) / T, where the difference itself may overflow.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double DifferenceOver(double a, double b, double temperature)
        {
            double difference = a - b;
            return Math.Abs(difference) <= double.MaxValue ? difference / temperature : (((a * 0.5) - (b * 0.5)) / temperature) * 2.0;
        }

        /// <summary>(mean - (max - origin)) / T^2 for a mean distance that is given times the scale, a power of two, and times <see cref="DoubleConstants.TermUnit"/>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double DividedTwice(double mean, double max, double origin, double temperature, double scale)
        {
            double result = (((mean - (ScaledDistance(max, origin, scale) * DoubleConstants.TermUnit)) / (temperature * scale)) / temperature) * (1.0 / DoubleConstants.TermUnit);
            return Math.Abs(result) <= double.MaxValue ? result : DividedTwiceFar(mean * (1.0 / DoubleConstants.TermUnit), max, origin, temperature, scale);
        }

        // What is too large with the unit is not too small without. Beside a distance that overflows the mean is nothing, unless it is NaN.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static double DividedTwiceFar(double mean, double max, double origin, double temperature, double scale)
        {
            double distance = ScaledDistance(max, origin, scale);
            return Math.Abs(distance) <= double.MaxValue ? ((mean - distance) / (temperature * scale)) / temperature
                : (mean - mean) - (DifferenceOver(max, origin, temperature) / temperature);
        }
    }
}
