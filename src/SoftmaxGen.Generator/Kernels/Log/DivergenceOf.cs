namespace SoftmaxGen.Generated
{
    using global::System;

    internal static partial class SoftmaxKernels
    {
        // Below e^-700 of the largest term nothing counts; up to an eighth below half a binade e^z - 1 - z is the exponential's polynomial.
        public const double FarBelow = 700.0, NearSquare = 0.109;

        /// <summary>From here on nothing cancels that would count.</summary>
        public const double SmallDivergence = 0.5;

        /// <summary>a - b + c in three floats, where a and b are floats; of an infinite sum the others are 0. Where c is next to nothing beside a - b, the last one is c.</summary>
        public static void SumInParts(double a, double b, double c, out float high, out float low, out float least)
        {
            // What a - b is rounded by counts where nearly all of it cancels later on.
            double difference = a - b, sum = difference + c, lost = Math.Abs(a) >= Math.Abs(b) ? (a - difference) - b : a - (b + difference);
            high = (float)sum;
            low = least = 0f;
            if (high - high != 0f)
                return;
            low = (float)((sum - high) + lost);
            least = (float)((((difference - high) + lost) - low) + c);
        }

        /// <summary>log q - log p - mean.</summary>
        public static double DivergenceOf(double p, double q, double mean) => (Log1p(q - 1.0, 0.0).High - Log1p(p - 1.0, 0.0).High) - mean;
    }
}
