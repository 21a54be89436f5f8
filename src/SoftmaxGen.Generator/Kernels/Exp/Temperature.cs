namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;

    // What a temperature T makes of the constants of the exponential.
    internal static partial class SoftmaxKernels
    {
        /// <summary>Between these temperatures no constant of the exponential overflows or loses bits to underflow.</summary>
        public const float SmallestSingleTemperature = 1e-30f, LargestSingleTemperature = 1e30f;
        public const double SmallestDoubleTemperature = 1e-290, LargestDoubleTemperature = 1e290;

        /// <summary>The leading 10 bits of (T ln 2)/8, so that a multiple of it is exact, and the rest.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static float TemperedStep(float temperature, out float low)
        {
            double product = temperature * 0.08664339756999316;
            // Half of what the mask takes away, so that the leading bits are the nearest.
            float high = BitConverter.Int32BitsToSingle((BitConverter.SingleToInt32Bits((float)product) + 0x2000) & unchecked((int)0xFFFFC000));
            low = (float)(product - high);
            return high;
        }

        /// <summary>The leading 32 bits of T ln 2, so that a multiple of it is exact, and the rest.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double TemperedLn2(double temperature, out double low)
        {
            double product = temperature * Ln2;
            double error = Math.FusedMultiplyAdd(temperature, Ln2, -product) + (temperature * 2.3190468138462996e-17);
            double high = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(product) & ~0x1FFFFFL);
            low = product - high + error;
            return high;
        }

        /// <summary>What 1 / T is rounded by.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double InverseRest(double temperature)
        {
            double inverse = 1.0 / temperature;
            return Math.FusedMultiplyAdd(-inverse, temperature, 1.0) * inverse;
        }

        /// <summary>The leading 32 bits of (T ln 2)/8, so that a multiple of it is exact, and the rest.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double TemperedStep(double temperature, out double low)
        {
            double high = TemperedLn2(temperature, out low);
            low /= 8.0;
            return high / 8.0;
        }

        /// <summary>
        /// Writes the row and returns its temperature, both times the power of two that brings the temperature to where the exponential has
        /// all its constants. Nothing that counts is rounded: where the maximum is far from 0, counted in temperatures, x - max is written, which is exact then.
        /// </summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static float Rescale(ref float x, float temperature, ref float destination, int length)
        {
            const float TwoTo64 = 18446744073709551616f;
            float scale = temperature < 1f ? TwoTo64 : 1f / TwoTo64;
            float max = ScanMax(ref x, length);
            float origin = MathF.Abs(max) <= SingleConstants.Moderate * temperature ? 0f : max;
            for (int i = 0; i < length; i++)
                Unsafe.Add(ref destination, i) = (Unsafe.Add(ref x, i) - origin) * scale;
            return temperature * scale;
        }

        /// <inheritdoc cref="Rescale(ref float, float, ref float, int)"/>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double Rescale(ref double x, double temperature, ref double destination, int length)
        {
            const double TwoTo256 = 1.157920892373162e+77;
            double scale = temperature < 1.0 ? TwoTo256 : 1.0 / TwoTo256;
            double max = ScanMax(ref x, length);
            double origin = Math.Abs(max) <= DoubleConstants.Moderate * temperature ? 0.0 : max;
            for (int i = 0; i < length; i++)
                Unsafe.Add(ref destination, i) = (Unsafe.Add(ref x, i) - origin) * scale;
            return temperature * scale;
        }
    }
}
