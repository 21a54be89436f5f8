namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // The rounding test of A. Ziv, Fast evaluation of elementary mathematical functions with correctly rounded last bit, ACM Trans. Math.
    // Softw. 17 (1991): quotients that are known to a few bits of double precision and are not next to the middle of two floats round to the
    // same float whatever these few bits are. Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>
        /// How far quotients are from where rounding to single precision changes its direction, in eighths of their last bit and with the margin
        /// added. For these bits the order of the lanes does not matter.
        /// </summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<uint> Distance(Vector256<double> a, Vector256<double> b) =>
            Vector256.ShiftLeft(LowHalves(a, b) + Vector256.Create(RoundingMargin.Middle + RoundingMargin.Bits), RoundingMargin.Discarded);

        /// <summary>Whether no quotient is within the margin of where rounding changes its direction.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool AreDecided(Vector256<uint> distance) =>
            !Vector256.LessThanAny(distance, Vector256.Create((2 * RoundingMargin.Bits) << RoundingMargin.Discarded));

        /// <summary>
        /// Quotients below the normal floats moved up by the least of these. Floats are evenly spaced from 0 to twice that number, so what is moved
        /// is as far from the middle of two of them as it was.
        /// </summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Lifted(Vector256<double> quotients)
        {
            Vector256<double> least = Vector256.Create(RoundingMargin.LeastNormal);
            return Vector256.ConditionalSelect(Vector256.LessThan(quotients, least), quotients + least, quotients);
        }
    }
}
