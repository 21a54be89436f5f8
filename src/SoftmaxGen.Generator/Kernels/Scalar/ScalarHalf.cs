namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.InteropServices;

    // Halves by their bits, to single precision and back, where there are no vectors. A NaN becomes that of .NET.
    internal static partial class ScalarKernels
    {
        /// <summary>Halves as floats, which hold all of them.</summary>
        public static void WidenHalf<T>(ReadOnlySpan<T> elements, Span<float> destination)
            where T : struct
        {
            ReadOnlySpan<ushort> x = MemoryMarshal.Cast<T, ushort>(elements);
            for (int i = 0; i < x.Length; i++)
            {
                int exponent = (x[i] >> 10) & 31, fraction = x[i] & 0x3FF;
                double magnitude = exponent == 31 ? (fraction == 0 ? double.PositiveInfinity : double.NaN)
                    : exponent == 0 ? fraction * (1.0 / 16777216.0)
                    : BitConverter.Int64BitsToDouble(((long)(exponent + 1008) << 52) | ((long)fraction << 42));
                destination[i] = (float)(x[i] > 0x7FFF ? -magnitude : magnitude);
            }
        }

        /// <summary>Floats as the nearest halves, of two the even one.</summary>
        public static void RoundToHalf<T>(ReadOnlySpan<float> x, Span<T> destination)
            where T : struct
        {
            Span<ushort> halves = MemoryMarshal.Cast<T, ushort>(destination);
            for (int i = 0; i < x.Length; i++)
                halves[i] = HalfOf(x[i]);
        }

        /// <summary>Whether 16-bit elements and floats share any memory.</summary>
        public static bool OverlapsSingles<T>(ReadOnlySpan<T> source, ReadOnlySpan<float> result)
            where T : struct => MemoryMarshal.AsBytes(source).Overlaps(MemoryMarshal.AsBytes(result));

        private static ushort HalfOf(double x)
        {
            if (double.IsNaN(x))
                return 0xFE00;
            int sign = BitConverter.DoubleToInt64Bits(x) < 0 ? 0x8000 : 0;
            double magnitude = Math.Abs(x);
            if (magnitude >= 65520.0)
                return (ushort)(sign | 0x7C00);
            // In units of the last bit of a half of its exponent, where a fraction of 2^10 carries over to the exponent.
            int exponent = Math.Max((int)(BitConverter.DoubleToInt64Bits(magnitude) >> 52) - 1008, 1);
            double unit = BitConverter.Int64BitsToDouble((long)(exponent + 998) << 52);
            return (ushort)(sign | (((exponent - 1) << 10) + (int)Math.Round(magnitude / unit)));
        }
    }
}
