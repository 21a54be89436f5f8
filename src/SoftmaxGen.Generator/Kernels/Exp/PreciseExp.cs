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

        /// <summary>e^y times <see cref="DoubleConstants.Factor"/>, with a relative error below 1e-12, thousands of times finer than single precision.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> ExpPrecise(Vector256<double> y)
        {
            ref double constants = ref DoubleRows;
            ref long eighths = ref DoubleEighths;
            y = Max(Vector256.Create(-DoubleConstants.PlainReach), y);
            Vector256<double> t = (y * DoubleRow256(ref constants, DoubleRow.Steps)) + Vector256.Create(DoubleConstants.PlainStepRound);
            Vector256<double> n = t - Vector256.Create(DoubleConstants.PlainStepRound);
            Vector256<double> r = (y - (n * DoubleRow256(ref constants, DoubleRow.StepHigh))) - (n * DoubleRow256(ref constants, DoubleRow.StepLow));
            Vector256<double> s = r * r;
            Vector256<double> q = (((DoubleRow256(ref constants, DoubleRow.S5) * r) + DoubleRow256(ref constants, DoubleRow.S4)) * s) + ((DoubleRow256(ref constants, DoubleRow.S3) * r) + DoubleRow256(ref constants, DoubleRow.S2));
            Vector256<double> scale = PowerOfTwoEighths(ref eighths, t);
            return (((q * s) + r) * scale) + scale;
        }

        /// <summary>As <see cref="ExpPrecise(Vector256{double})"/> with fused operations where the processor has them: for the rounding test.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> ExpTested(Vector256<double> y) => ExpNear(Max(Vector256.Create(-DoubleConstants.PlainReach), y));

        /// <summary>The same where no exponent is below the reach.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> ExpNear(Vector256<double> y)
        {
            ref long eighths = ref DoubleEighths;
            if (!HasFused)
                return ExpPrecise(y);
            Vector256<double> t = MultiplyAdd(y, Vector256.Create(DoubleConstants.Steps), Vector256.Create(DoubleConstants.PlainStepRound));
            Vector256<double> n = t - Vector256.Create(DoubleConstants.PlainStepRound);
            Vector256<double> r = MultiplyAdd(n, Vector256.Create(-DoubleConstants.Step), y);
            Vector256<double> s = r * r;
            Vector256<double> high = MultiplyAdd(Vector256.Create(DoubleConstants.S5), r, Vector256.Create(DoubleConstants.S4));
            Vector256<double> low = MultiplyAdd(Vector256.Create(DoubleConstants.S3), r, Vector256.Create(DoubleConstants.S2));
            Vector256<double> scale = PowerOfTwoEighths(ref eighths, t);
            return MultiplyAdd(MultiplyAdd(MultiplyAdd(high, s, low), s, r), scale, scale);
        }

        /// <summary>Replaces two vectors by what <see cref="ExpNear(Vector256{double})"/> makes of them, in step.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void ExpNear(ref Vector256<double> yA, ref Vector256<double> yB)
        {
            ref long eighths = ref DoubleEighths;
            if (!HasFused)
            {
                yA = ExpPrecise(yA);
                yB = ExpPrecise(yB);
                return;
            }

            Vector256<double> tA = MultiplyAdd(yA, Vector256.Create(DoubleConstants.Steps), Vector256.Create(DoubleConstants.PlainStepRound));
            Vector256<double> tB = MultiplyAdd(yB, Vector256.Create(DoubleConstants.Steps), Vector256.Create(DoubleConstants.PlainStepRound));
            Vector256<double> nA = tA - Vector256.Create(DoubleConstants.PlainStepRound);
            Vector256<double> nB = tB - Vector256.Create(DoubleConstants.PlainStepRound);
            yA = MultiplyAdd(nA, Vector256.Create(-DoubleConstants.Step), yA);
            yB = MultiplyAdd(nB, Vector256.Create(-DoubleConstants.Step), yB);
            Vector256<double> sA = yA * yA;
            Vector256<double> sB = yB * yB;
            Vector256<double> highA = MultiplyAdd(Vector256.Create(DoubleConstants.S5), yA, Vector256.Create(DoubleConstants.S4));
            Vector256<double> highB = MultiplyAdd(Vector256.Create(DoubleConstants.S5), yB, Vector256.Create(DoubleConstants.S4));
            Vector256<double> lowA = MultiplyAdd(Vector256.Create(DoubleConstants.S3), yA, Vector256.Create(DoubleConstants.S2));
            Vector256<double> lowB = MultiplyAdd(Vector256.Create(DoubleConstants.S3), yB, Vector256.Create(DoubleConstants.S2));
            lowA = MultiplyAdd(highA, sA, lowA);
            lowB = MultiplyAdd(highB, sB, lowB);
            yA = MultiplyAdd(lowA, sA, yA);
            yB = MultiplyAdd(lowB, sB, yB);
            sA = PowerOfTwoEighths(ref eighths, tA);
            sB = PowerOfTwoEighths(ref eighths, tB);
            yA = MultiplyAdd(yA, sA, sA);
            yB = MultiplyAdd(yB, sB, sB);
        }

        /// <summary>Replaces four vectors by what <see cref="ExpPrecise(Vector256{double})"/> makes of them, in step.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void ExpPrecise(ref Vector256<double> yA, ref Vector256<double> yB, ref Vector256<double> yC, ref Vector256<double> yD)
        {
            ref double constants = ref DoubleRows;
            ref long eighths = ref DoubleEighths;
            yA = Max(Vector256.Create(-DoubleConstants.PlainReach), yA);
            yB = Max(Vector256.Create(-DoubleConstants.PlainReach), yB);
            yC = Max(Vector256.Create(-DoubleConstants.PlainReach), yC);
            yD = Max(Vector256.Create(-DoubleConstants.PlainReach), yD);
            Vector256<double> tA = (yA * DoubleRow256(ref constants, DoubleRow.Steps)) + Vector256.Create(DoubleConstants.PlainStepRound);
            Vector256<double> tB = (yB * DoubleRow256(ref constants, DoubleRow.Steps)) + Vector256.Create(DoubleConstants.PlainStepRound);
            Vector256<double> tC = (yC * DoubleRow256(ref constants, DoubleRow.Steps)) + Vector256.Create(DoubleConstants.PlainStepRound);
            Vector256<double> tD = (yD * DoubleRow256(ref constants, DoubleRow.Steps)) + Vector256.Create(DoubleConstants.PlainStepRound);
            Vector256<double> nA = tA - Vector256.Create(DoubleConstants.PlainStepRound);
            Vector256<double> nB = tB - Vector256.Create(DoubleConstants.PlainStepRound);
            Vector256<double> nC = tC - Vector256.Create(DoubleConstants.PlainStepRound);
            Vector256<double> nD = tD - Vector256.Create(DoubleConstants.PlainStepRound);
            yA -= nA * DoubleRow256(ref constants, DoubleRow.StepHigh);
            yB -= nB * DoubleRow256(ref constants, DoubleRow.StepHigh);
            yC -= nC * DoubleRow256(ref constants, DoubleRow.StepHigh);
            yD -= nD * DoubleRow256(ref constants, DoubleRow.StepHigh);
            yA -= nA * DoubleRow256(ref constants, DoubleRow.StepLow);
            yB -= nB * DoubleRow256(ref constants, DoubleRow.StepLow);
            yC -= nC * DoubleRow256(ref constants, DoubleRow.StepLow);
            yD -= nD * DoubleRow256(ref constants, DoubleRow.StepLow);
            Vector256<double> sA = yA * yA;
            Vector256<double> sB = yB * yB;
            Vector256<double> sC = yC * yC;
            Vector256<double> sD = yD * yD;
            Vector256<double> qA = (DoubleRow256(ref constants, DoubleRow.S5) * yA) + DoubleRow256(ref constants, DoubleRow.S4);
            Vector256<double> qB = (DoubleRow256(ref constants, DoubleRow.S5) * yB) + DoubleRow256(ref constants, DoubleRow.S4);
            Vector256<double> qC = (DoubleRow256(ref constants, DoubleRow.S5) * yC) + DoubleRow256(ref constants, DoubleRow.S4);
            Vector256<double> qD = (DoubleRow256(ref constants, DoubleRow.S5) * yD) + DoubleRow256(ref constants, DoubleRow.S4);
            qA *= sA;
            qB *= sB;
            qC *= sC;
            qD *= sD;
            qA += (DoubleRow256(ref constants, DoubleRow.S3) * yA) + DoubleRow256(ref constants, DoubleRow.S2);
            qB += (DoubleRow256(ref constants, DoubleRow.S3) * yB) + DoubleRow256(ref constants, DoubleRow.S2);
            qC += (DoubleRow256(ref constants, DoubleRow.S3) * yC) + DoubleRow256(ref constants, DoubleRow.S2);
            qD += (DoubleRow256(ref constants, DoubleRow.S3) * yD) + DoubleRow256(ref constants, DoubleRow.S2);
            yA += qA * sA;
            yB += qB * sB;
            yC += qC * sC;
            yD += qD * sD;
            sA = PowerOfTwoEighths(ref eighths, tA);
            sB = PowerOfTwoEighths(ref eighths, tB);
            sC = PowerOfTwoEighths(ref eighths, tC);
            sD = PowerOfTwoEighths(ref eighths, tD);
            yA *= sA;
            yB *= sB;
            yC *= sC;
            yD *= sD;
            yA += sA;
            yB += sB;
            yC += sC;
            yD += sD;
        }

        /// <summary>e^y to the last bits of double precision, for logarithms whose result may be close to 0.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> ExpPlain(Vector256<double> y)
        {
            ref double constants = ref DoubleRows;
            // Below the reach a term is 2^-1000 or less and no longer counts.
            y = Max(Vector256.Create(-DoubleConstants.PlainReach), y);
            Vector256<double> t = (y * DoubleRow256(ref constants, DoubleRow.Log2E)) + Vector256.Create(DoubleConstants.PlainRound);
            Vector256<double> n = t - Vector256.Create(DoubleConstants.PlainRound);
            Vector256<double> r = (y - (n * DoubleRow256(ref constants, DoubleRow.Ln2High))) - (n * DoubleRow256(ref constants, DoubleRow.Ln2Low));
            Vector256<double> p = PlainQuotient(r, r * r);
            p = (p * r) + DoubleRow256(ref constants, DoubleRow.One);
            p = (p * r) + DoubleRow256(ref constants, DoubleRow.One);
            return p * PowerOfTwo(t);
        }

        // q(r) of e^r = 1 + r + s q(r), s = r^2.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> PlainQuotient(Vector256<double> r, Vector256<double> s)
        {
            ref double constants = ref DoubleRows;
            Vector256<double> odd = (DoubleRow256(ref constants, DoubleRow.C11) * s) + DoubleRow256(ref constants, DoubleRow.C9);
            Vector256<double> even = (DoubleRow256(ref constants, DoubleRow.C10) * s) + DoubleRow256(ref constants, DoubleRow.C8);
            odd = (odd * s) + DoubleRow256(ref constants, DoubleRow.C7);
            even = (even * s) + DoubleRow256(ref constants, DoubleRow.C6);
            odd = (odd * s) + DoubleRow256(ref constants, DoubleRow.C5);
            even = (even * s) + DoubleRow256(ref constants, DoubleRow.C4);
            odd = (odd * s) + DoubleRow256(ref constants, DoubleRow.C3);
            even = (even * s) + DoubleRow256(ref constants, DoubleRow.C2);
            return (odd * r) + even;
        }
    }
}
