namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;

    // What a temperature T makes of the constants of the exponential.
    internal static partial class SoftmaxKernels
    {
        /// <summary>The smallest temperatures for which no constant of the exponential is lost below the normal numbers; below them the row is divided beforehand.</summary>
        public const float SmallestSingleTemperature = 1e-30f;
        public const double SmallestDoubleTemperature = 1e-290;

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

        /// <summary>The leading 32 bits of (T ln 2)/8, so that a multiple of it is exact, and the rest.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double TemperedStep(double temperature, out double low)
        {
            double high = TemperedLn2(temperature, out low);
            low /= 8.0;
            return high / 8.0;
        }

        /// <summary>Writes (x - max) / T and returns true; or, where the maximum is NaN or infinite, writes NaN and returns false.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static bool DivideByTemperature(ref float x, float temperature, ref float destination, int length)
        {
            bool finite = SubtractMax(ref x, ref destination, length);
            for (int i = 0; i < length; i++)
                Unsafe.Add(ref destination, i) /= temperature;
            return finite;
        }

        /// <inheritdoc cref="DivideByTemperature(ref float, float, ref float, int)"/>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static bool DivideByTemperature(ref double x, double temperature, ref double destination, int length)
        {
            bool finite = SubtractMax(ref x, ref destination, length);
            for (int i = 0; i < length; i++)
                Unsafe.Add(ref destination, i) /= temperature;
            return finite;
        }
    }
}
