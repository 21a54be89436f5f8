namespace SoftmaxGen.Generated
{
    // Bits of doubles that a logarithm takes one apart by.
    internal static class LogConstants
    {
        /// <summary>Those of 1, and those of the root of 1/2.</summary>
        public const ulong One = 0x3FF0000000000000, RootOfHalf = 0x3FE6A09E667F3BCD;

        /// <summary>The bits behind the point.</summary>
        public const ulong Fraction = 0x000FFFFFFFFFFFFF;

        /// <summary>Those of 2^52, in whose last ones an integer stands.</summary>
        public const ulong Integer = 0x4330000000000000;

        /// <summary>2^52 and the bias of an exponent.</summary>
        public const double IntegerBias = 4503599627370496.0 + 1023.0;
    }
}
