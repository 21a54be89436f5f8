namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // Terms of short rows, for logarithms. Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>e^y times <see cref="DoubleConstants.Factor"/> for y = x - max &lt;= 0 of single-precision data, relative error below 1e-12.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> ExpWide(Vector256<double> y)
        {
            ref double constants = ref DoubleRows;
            ref long eighths = ref DoubleEighths;
            y = Max(Vector256.Create(-DoubleConstants.PlainReach), y);
            Vector256<double> t = MultiplyAdd(y, DoubleRow256(ref constants, DoubleRow.Steps), Vector256.Create(DoubleConstants.PlainStepRound));
            Vector256<double> n = t - Vector256.Create(DoubleConstants.PlainStepRound);
            Vector256<double> r = MultiplyAdd(n, Vector256.Create(-DoubleConstants.StepHigh - DoubleConstants.StepLow), y);
            Vector256<double> s = r * r;
            Vector256<double> first = MultiplyAdd(DoubleRow256(ref constants, DoubleRow.S3), r, DoubleRow256(ref constants, DoubleRow.S2));
            Vector256<double> second = MultiplyAdd(DoubleRow256(ref constants, DoubleRow.S5), r, DoubleRow256(ref constants, DoubleRow.S4));
            Vector256<double> scale = PowerOfTwoEighths(ref eighths, t);
            return MultiplyAdd(scale, MultiplyAdd(MultiplyAdd(second, s, first), s, r), scale);
        }

        // Of a few doubles each term is taken relative to the maximum: e^(x - max) = 2^((n - M)/8) e^(r - r_max), where r_max is what the integer M leaves of the maximum.
        // Its own term is exactly the factor of the table then, and nothing has to be known of it.

        /// <summary>r_max, of which the sign is turned.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> RestOfTop(Vector256<double> max, Vector256<double> shift)
        {
            ref double constants = ref DoubleRows;
            Vector256<double> steps = Vector256.Create(DoubleConstants.StepRound) - shift;
            return MultiplyAdd(steps, DoubleRow256(ref constants, DoubleRow.StepLow), MultiplyAdd(steps, DoubleRow256(ref constants, DoubleRow.StepHigh), -max));
        }

        /// <summary>e^(x - max) times <see cref="DoubleConstants.Factor"/> and the extra power of two; NaN for NaN.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> ExpBelow(Vector256<double> x, Vector256<double> shift, Vector256<double> lowest, Vector256<double> rest)
        {
            ref double constants = ref DoubleRows;
            ref long eighths = ref DoubleEighths;
            x = Max(lowest, x);
            Vector256<double> t = MultiplyAdd(x, DoubleRow256(ref constants, DoubleRow.Steps), shift);
            Vector256<double> n = t - shift;
            Vector256<double> r = MultiplyAdd(n, DoubleRow256(ref constants, DoubleRow.MinusStepHigh), x) + MultiplyAdd(n, DoubleRow256(ref constants, DoubleRow.MinusStepLow), rest);
            // (e^r - 1 - r) / r^2 within 4.4e-18 r^-2 for |r| <= ln(2)/8, in pairs of coefficients to shorten the chain.
            Vector256<double> s = r * r;
            Vector256<double> first = MultiplyAdd(Vector256.Create(0.16666666666695928), r, Vector256.Create(0.5000000000000007));
            Vector256<double> second = MultiplyAdd(Vector256.Create(0.008333333130155203), r, Vector256.Create(0.04166666666610827));
            Vector256<double> third = MultiplyAdd(Vector256.Create(0.0001984551432834042), r, Vector256.Create(0.0013888890104817625));
            third = MultiplyAdd(Vector256.Create(2.4795690444740686e-05), s, third);
            Vector256<double> q = MultiplyAdd(third, s * s, MultiplyAdd(second, s, first));
            Vector256<double> scale = PowerOfTwoEighths(ref eighths, t);
            return MultiplyAdd(scale, MultiplyAdd(q, s, r), scale);
        }
    }
}
