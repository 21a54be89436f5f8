namespace SoftmaxGen.Generated
{
    internal static partial class SoftmaxKernels
    {
        // Below e^-700 of the largest term nothing counts; up to an eighth below half a binade e^z - 1 - z is the exponential's polynomial.
        public const double FarBelow = 700.0, NearSquare = 0.109;

        /// <summary>From here on nothing cancels that would count.</summary>
        public const double SmallDivergence = 0.5;

        /// <summary>log q - log p - mean.</summary>
        public static double DivergenceOf(double p, double q, double mean) => (Log1p(q - 1.0, 0.0).High - Log1p(p - 1.0, 0.0).High) - mean;
    }
}
