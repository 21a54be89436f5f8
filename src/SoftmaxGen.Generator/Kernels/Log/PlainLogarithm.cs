namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // The logarithm of each element, by IEEE additions, multiplications and divisions in one order: the same bits on every processor.
    // Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>log x for normal numbers x > 0, relative error below 1e-15, also next to 1.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> LogPlain(Vector256<double> x)
        {
            // x = 2^k m with m from the root of 1/2 to that of 2: k is the biased exponent of x times the root of 2.
            Vector256<ulong> shifted = x.AsUInt64() + Vector256.Create(LogConstants.One - LogConstants.RootOfHalf);
            Vector256<double> k = (Vector256.ShiftRightLogical(shifted, 52) | Vector256.Create(LogConstants.Integer)).AsDouble() - Vector256.Create(LogConstants.IntegerBias);
            Vector256<double> f = ((shifted & Vector256.Create(LogConstants.Fraction)) + Vector256.Create(LogConstants.RootOfHalf)).AsDouble() - Vector256<double>.One;

            // log m = 2 artanh s for s = (m - 1) / (m + 1), |s| < 0.172: its series.
            Vector256<double> s = f / (f + Vector256.Create(2.0)), z = s * s;
            Vector256<double> series = Vector256.Create(2.0 / 19.0);
            series = (series * z) + Vector256.Create(2.0 / 17.0);
            series = (series * z) + Vector256.Create(2.0 / 15.0);
            series = (series * z) + Vector256.Create(2.0 / 13.0);
            series = (series * z) + Vector256.Create(2.0 / 11.0);
            series = (series * z) + Vector256.Create(2.0 / 9.0);
            series = (series * z) + Vector256.Create(2.0 / 7.0);
            series = (series * z) + Vector256.Create(2.0 / 5.0);
            series = (series * z) + Vector256.Create(2.0 / 3.0);
            series = (series * z) + Vector256.Create(2.0);
            return (k * Vector256.Create(DoubleConstants.Ln2High)) + ((series * s) + (k * Vector256.Create(DoubleConstants.Ln2Low)));
        }
    }
}
