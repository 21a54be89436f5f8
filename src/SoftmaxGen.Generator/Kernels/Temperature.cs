namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;

    // What a temperature T makes of the constants of the exponential.
    internal static partial class SoftmaxKernels
    {
        /// <summary>The smallest temperatures whose reciprocals are finite; below them the row is divided beforehand.</summary>
        public const float SmallestSingleTemperature = 1e-37f;
        public const double SmallestDoubleTemperature = 1e-307;

        /// <summary>The leading 12 bits of T ln 2, so that a multiple of it is exact, and the rest.</summary>
        public static float TemperedLn2(float temperature, out float low)
        {
            double product = temperature * 0.6931471805599453;
            float high = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits((float)product) & unchecked((int)0xFFFFF000));
            low = (float)(product - high);
            return high;
        }

        /// <summary>The leading 32 bits of T ln 2, so that a multiple of it is exact, and the rest.</summary>
        public static double TemperedLn2(double temperature, out double low)
        {
            double product = temperature * Ln2;
            double error = Math.FusedMultiplyAdd(temperature, Ln2, -product) + (temperature * 2.3190468138462996e-17);
            double high = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(product) & ~0x1FFFFFL);
            low = product - high + error;
            return high;
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
