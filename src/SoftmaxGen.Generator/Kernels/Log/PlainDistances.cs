namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;

    // Sums of distances one of which is infinite: what keeps rounding errors makes NaN of it. Rare, one element after the other.
    internal static partial class SoftmaxKernels
    {
        /// <summary>The sum of g (max - x), where what does not count may be infinitely far away, and log times that of g.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double PlainTargetLoss(ref float x, ref float g, double max, double log, int length)
        {
            double distance = 0.0, mass = 0.0;
            for (int i = 0; i < length; i++)
            {
                double t = Unsafe.Add(ref g, i);
                distance += t == 0.0 ? 0.0 : t * (max - Unsafe.Add(ref x, i));
                mass += t;
            }

            return distance + (mass * log);
        }

        /// <summary>The mean of origin - x.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double PlainMeanOffset(ref float x, double origin, int length)
        {
            double sum = 0.0;
            for (int i = 0; i < length; i++)
                sum += origin - Unsafe.Add(ref x, i);
            return sum / length;
        }

        /// <inheritdoc cref="PlainTargetLoss(ref float, ref float, double, double, int)"/>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double PlainTargetLoss(ref double x, ref double g, double max, double log, int length)
        {
            double distance = 0.0, mass = 0.0;
            for (int i = 0; i < length; i++)
            {
                double t = Unsafe.Add(ref g, i);
                distance += t == 0.0 ? 0.0 : t * (max - Unsafe.Add(ref x, i));
                mass += t;
            }

            return distance + (mass * log);
        }

        /// <inheritdoc cref="PlainMeanOffset(ref float, double, int)"/>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double PlainMeanOffset(ref double x, double origin, int length)
        {
            double sum = 0.0;
            for (int i = 0; i < length; i++)
                sum += origin - Unsafe.Add(ref x, i);
            return sum / length;
        }
    }
}
