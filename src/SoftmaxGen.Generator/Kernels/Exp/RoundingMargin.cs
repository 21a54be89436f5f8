namespace SoftmaxGen.Generated
{
    // The numbers of the rounding test. docs/numerics.md derives the margin.
    internal static class RoundingMargin
    {
        /// <summary>In last bits of a double: more than the quotients of fused and of plain arithmetic can differ by, which is 110.</summary>
        public const uint Bits = 128;

        /// <summary>A double has 29 bits more than a float; these are their values in the middle of two floats.</summary>
        public const uint Middle = 0x10000000;

        /// <summary>Of the lower 32 bits of a double, those that a float has too.</summary>
        public const int Discarded = 3;

        /// <summary>The least normal float, 2^-126.</summary>
        public const double LeastNormal = 1.1754943508222875e-38;

        /// <summary>No quotient is below the normal floats if all exponents are above this: e^-60 / 2^31 > 2^-118.</summary>
        public const double Near = -60.0;
    }
}
