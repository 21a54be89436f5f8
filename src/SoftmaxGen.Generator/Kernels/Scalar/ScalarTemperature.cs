namespace SoftmaxGen.Generated
{
    using global::System;

    // As Temperature, for the pairs of doubles: single precision is computed in double, which has room enough for any temperature.
    internal static partial class ScalarKernels
    {
        public const double SmallestDoubleTemperature = 1e-290, LargestDoubleTemperature = 1e290;

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

        /// <summary>
        /// Writes the row and returns its temperature, both times the power of two that brings the temperature to where the exponential has
        /// all its constants. Nothing that counts is rounded: where the maximum is far from 0, counted in temperatures, x - max is written, which is exact then.
        /// </summary>
        public static double Rescale(ReadOnlySpan<double> x, int from, double temperature, Span<double> destination, int to, int length)
        {
            const double TwoTo256 = 1.157920892373162e+77;
            double scale = temperature < 1.0 ? TwoTo256 : 1.0 / TwoTo256;
            double max = ScanMax(x, from, length);
            double origin = Math.Abs(max) <= DoubleConstants.Moderate * temperature ? 0.0 : max;
            for (int i = 0; i < length; i++)
                destination[to + i] = (x[from + i] - origin) * scale;
            return temperature * scale;
        }
    }
}
