namespace SoftmaxGen.Generated
{
    internal static partial class SoftmaxKernels
    {
        // Below e^-700 of the largest term nothing counts; up to an eighth below half a binade e^z - 1 - z is the exponential's polynomial.
        public const double FarBelow = 700.0, NearSquare = 0.109;

        /// <summary>From here on nothing cancels that would count.</summary>
        public const double SmallDivergence = 0.5;

        /// <summary>a + b in three floats; of an infinite sum the others are 0. Where b is next to nothing beside a, the last one is b.</summary>
        public static void SumInParts(double a, double b, out float high, out float low, out float least)
        {
            double sum = a + b;
            high = (float)sum;
            low = least = 0f;
            if (high - high != 0f)
                return;
            low = (float)(sum - high);
            least = (float)(b - (((double)high + low) - a));
        }

        /// <summary>log q - log p - mean.</summary>
        public static double DivergenceOf(double p, double q, double mean) => (Log1p(q - 1.0, 0.0).High - Log1p(p - 1.0, 0.0).High) - mean;
    }
}
