namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // e^y for y = x - max <= 0 of single-precision data, computed in double precision with IEEE additions and multiplications
    // in a fixed order and nothing else: the same bits on every processor. Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>Whether differences from this maximum make sense: false for NaN and the infinities.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsFinite(Vector256<double> max) => global::System.Double.IsFinite(max.ToScalar());

        /// <summary>e^y with a relative error below 2e-12, thousands of times finer than single precision.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> ExpPrecise(Vector256<double> y)
        {
            Vector256<double> r = ReducePlain(y, out Vector256<double> scale);
            Vector256<double> s = r * r;
            Vector256<double> u = s * s;
            Vector256<double> odd = ((DoubleRow256(DoubleRow.S7) * s) + DoubleRow256(DoubleRow.S5)) * u;
            Vector256<double> even = ((DoubleRow256(DoubleRow.S8) * u) + ((DoubleRow256(DoubleRow.S6) * s) + DoubleRow256(DoubleRow.S4))) * u;
            odd += (DoubleRow256(DoubleRow.S3) * s) + DoubleRow256(DoubleRow.One);
            even += (DoubleRow256(DoubleRow.S2) * s) + DoubleRow256(DoubleRow.One);
            Vector256<double> p = (odd * r) + even;
            return p * scale;
        }

        /// <summary>Replaces two vectors by what <see cref="ExpPrecise(Vector256{double})"/> makes of them, in step; four would take more registers than there are.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void ExpPrecise(ref Vector256<double> yA, ref Vector256<double> yB)
        {
            yA = Max(Vector256.Create(-DoubleConstants.PlainReach), yA);
            yB = Max(Vector256.Create(-DoubleConstants.PlainReach), yB);
            Vector256<double> tA = (yA * DoubleRow256(DoubleRow.Log2E)) + Vector256.Create(DoubleConstants.PlainRound);
            Vector256<double> tB = (yB * DoubleRow256(DoubleRow.Log2E)) + Vector256.Create(DoubleConstants.PlainRound);
            Vector256<double> nA = tA - Vector256.Create(DoubleConstants.PlainRound);
            Vector256<double> nB = tB - Vector256.Create(DoubleConstants.PlainRound);
            Vector256<double> rA = (yA - (nA * DoubleRow256(DoubleRow.Ln2High))) - (nA * DoubleRow256(DoubleRow.Ln2Low));
            Vector256<double> rB = (yB - (nB * DoubleRow256(DoubleRow.Ln2High))) - (nB * DoubleRow256(DoubleRow.Ln2Low));
            Vector256<double> sA = rA * rA;
            Vector256<double> sB = rB * rB;
            Vector256<double> uA = sA * sA;
            Vector256<double> uB = sB * sB;
            Vector256<double> oddA = ((DoubleRow256(DoubleRow.S7) * sA) + DoubleRow256(DoubleRow.S5)) * uA;
            Vector256<double> oddB = ((DoubleRow256(DoubleRow.S7) * sB) + DoubleRow256(DoubleRow.S5)) * uB;
            Vector256<double> evenA = (DoubleRow256(DoubleRow.S8) * uA) + ((DoubleRow256(DoubleRow.S6) * sA) + DoubleRow256(DoubleRow.S4));
            Vector256<double> evenB = (DoubleRow256(DoubleRow.S8) * uB) + ((DoubleRow256(DoubleRow.S6) * sB) + DoubleRow256(DoubleRow.S4));
            oddA = oddA + ((DoubleRow256(DoubleRow.S3) * sA) + DoubleRow256(DoubleRow.One));
            oddB = oddB + ((DoubleRow256(DoubleRow.S3) * sB) + DoubleRow256(DoubleRow.One));
            evenA = (evenA * uA) + ((DoubleRow256(DoubleRow.S2) * sA) + DoubleRow256(DoubleRow.One));
            evenB = (evenB * uB) + ((DoubleRow256(DoubleRow.S2) * sB) + DoubleRow256(DoubleRow.One));
            yA = ((oddA * rA) + evenA) * PowerOfTwo(tA);
            yB = ((oddB * rB) + evenB) * PowerOfTwo(tB);
        }

        /// <summary>e^y to the last bits of double precision, for logarithms whose result may be close to 0.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> ExpPlain(Vector256<double> y)
        {
            Vector256<double> r = ReducePlain(y, out Vector256<double> scale);
            Vector256<double> p = PlainQuotient(r, r * r);
            p = (p * r) + DoubleRow256(DoubleRow.One);
            p = (p * r) + DoubleRow256(DoubleRow.One);
            return p * scale;
        }

        // q(r) of e^r = 1 + r + s q(r), s = r^2.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> PlainQuotient(Vector256<double> r, Vector256<double> s)
        {
            Vector256<double> odd = (DoubleRow256(DoubleRow.C11) * s) + DoubleRow256(DoubleRow.C9);
            Vector256<double> even = (DoubleRow256(DoubleRow.C10) * s) + DoubleRow256(DoubleRow.C8);
            odd = (odd * s) + DoubleRow256(DoubleRow.C7);
            even = (even * s) + DoubleRow256(DoubleRow.C6);
            odd = (odd * s) + DoubleRow256(DoubleRow.C5);
            even = (even * s) + DoubleRow256(DoubleRow.C4);
            odd = (odd * s) + DoubleRow256(DoubleRow.C3);
            even = (even * s) + DoubleRow256(DoubleRow.C2);
            return (odd * r) + even;
        }

        // Below the reach a term is 2^-1000 or less and no longer counts.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> ReducePlain(Vector256<double> y, out Vector256<double> scale)
        {
            y = Max(Vector256.Create(-DoubleConstants.PlainReach), y);
            Vector256<double> t = (y * DoubleRow256(DoubleRow.Log2E)) + Vector256.Create(DoubleConstants.PlainRound);
            Vector256<double> n = t - Vector256.Create(DoubleConstants.PlainRound);
            scale = PowerOfTwo(t);
            return (y - (n * DoubleRow256(DoubleRow.Ln2High))) - (n * DoubleRow256(DoubleRow.Ln2Low));
        }
    }
}
