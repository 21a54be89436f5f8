namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // The entropy of rows whose maximum is not moderate, one element after the other: rare. x - max is exact wherever it counts.
    internal static partial class SoftmaxKernels
    {
        /// <summary>The entropy; NaN where the maximum is NaN or infinite.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double EntropyFar(ref float x, int length)
        {
            double max = ScanMax(ref x, length);
            Pair128 others = Pair128.Zero, weighted = Pair128.Zero;
            int ties = 0;
            for (int i = 0; i < length; i++)
                AddFar(Unsafe.Add(ref x, i) - max, ref ties, ref others, ref weighted);
            return max - max == 0.0 ? EntropyOfFar(ties - 1, others, weighted) : double.NaN;
        }

        /// <inheritdoc cref="EntropyFar(ref float, int)"/>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double EntropyFar(ref double x, int length)
        {
            double max = ScanMax(ref x, length);
            Pair128 others = Pair128.Zero, weighted = Pair128.Zero;
            int ties = 0;
            for (int i = 0; i < length; i++)
                AddFar(Unsafe.Add(ref x, i) - max, ref ties, ref others, ref weighted);
            return max - max == 0.0 ? EntropyOfFar(ties - 1, others, weighted) : double.NaN;
        }

        private static void AddFar(double y, ref int ties, ref Pair128 others, ref Pair128 weighted)
        {
            if (y == 0.0)
            {
                ties++;
                return;
            }

            // Further below no term counts, and times its distance, which may be infinite, it must be nothing.
            y = Math.Max(-4096.0, y);
            Vector128<double> zero = Vector128<double>.Zero;
            Pair128 term = ExpPair(Vector128.Create(y), ShiftPlain(zero), Lowest(zero));
            others += term;
            weighted += term * Vector128.Create(-y);
        }

        private static double EntropyOfFar(int ties, Pair128 others, Pair128 weighted)
        {
            Vector128<double> zero = Vector128<double>.Zero;
            Pair128 top = ExpPair(zero, ShiftPlain(zero), Lowest(zero));
            DoubleDouble rest = Ratio(others, top);
            return Log1p(ties, rest).High + (Ratio(weighted, top).High / (1.0 + (ties + rest.High)));
        }
    }
}
