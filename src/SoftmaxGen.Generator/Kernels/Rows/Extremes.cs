namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;

    // The way for rows whose maximum is not a moderate number, out of line: huge values, infinities, NaN.
    internal static partial class SoftmaxKernels
    {
        /// <summary>
        /// Writes x - max, which is exact wherever e^(x - max) is not 0, and returns true; or, where the maximum is NaN or
        /// infinite, writes NaN to the whole row and returns false.
        /// </summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static bool SubtractMax(ref float x, ref float destination, int length)
        {
            float max = ScanMax(ref x, length);
            bool finite = max - max == 0f;
            for (int i = 0; i < length; i++)
                Unsafe.Add(ref destination, i) = finite ? Unsafe.Add(ref x, i) - max : float.NaN;
            return finite;
        }

        /// <inheritdoc cref="SubtractMax(ref float, ref float, int)"/>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static bool SubtractMax(ref double x, ref double destination, int length)
        {
            double max = ScanMax(ref x, length);
            bool finite = max - max == 0.0;
            for (int i = 0; i < length; i++)
                Unsafe.Add(ref destination, i) = finite ? Unsafe.Add(ref x, i) - max : double.NaN;
            return finite;
        }

        /// <summary>The largest element; NaN where there is a NaN.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static float ScanMax(ref float x, int length)
        {
            float max = float.NegativeInfinity;
            for (int i = 0; i < length; i++)
                max = global::System.MathF.Max(max, Unsafe.Add(ref x, i));
            return max;
        }

        /// <inheritdoc cref="ScanMax(ref float, int)"/>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double ScanMax(ref double x, int length)
        {
            double max = double.NegativeInfinity;
            for (int i = 0; i < length; i++)
                max = global::System.Math.Max(max, Unsafe.Add(ref x, i));
            return max;
        }
    }
}
