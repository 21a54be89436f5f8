namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // Several terms in step. A term is a chain of some ten operations that each wait for the one before; the compiler leaves the order
    // as it is written, and a processor that meets one chain after the other runs out of room for what waits. The operations are those
    // of one term, and so are the bits. As many as 16 registers hold: four in single precision, two in double or of pairs.
    // Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>Replaces four vectors by what <see cref="Exp(Vector256{float}, Vector256{float}, Vector256{float})"/> makes of them.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Exp(ref Vector256<float> a, ref Vector256<float> b, ref Vector256<float> c, ref Vector256<float> d, Vector256<float> shift, Vector256<float> lowest)
        {
            ref float constants = ref SingleRows;
            ref int eighths = ref SingleEighths;
            Vector256<float> xA = Max(lowest, a);
            Vector256<float> xB = Max(lowest, b);
            Vector256<float> xC = Max(lowest, c);
            Vector256<float> xD = Max(lowest, d);
            Vector256<float> tA = MultiplyAdd(xA, SingleRow256(ref constants, SingleRow.Steps), shift);
            Vector256<float> tB = MultiplyAdd(xB, SingleRow256(ref constants, SingleRow.Steps), shift);
            Vector256<float> tC = MultiplyAdd(xC, SingleRow256(ref constants, SingleRow.Steps), shift);
            Vector256<float> tD = MultiplyAdd(xD, SingleRow256(ref constants, SingleRow.Steps), shift);
            Vector256<float> nA = tA - shift;
            Vector256<float> nB = tB - shift;
            Vector256<float> nC = tC - shift;
            Vector256<float> nD = tD - shift;
            xA = MultiplyAdd(nA, SingleRow256(ref constants, SingleRow.MinusStepHigh), xA);
            xB = MultiplyAdd(nB, SingleRow256(ref constants, SingleRow.MinusStepHigh), xB);
            xC = MultiplyAdd(nC, SingleRow256(ref constants, SingleRow.MinusStepHigh), xC);
            xD = MultiplyAdd(nD, SingleRow256(ref constants, SingleRow.MinusStepHigh), xD);
            xA = MultiplyAdd(nA, SingleRow256(ref constants, SingleRow.MinusStepLow), xA);
            xB = MultiplyAdd(nB, SingleRow256(ref constants, SingleRow.MinusStepLow), xB);
            xC = MultiplyAdd(nC, SingleRow256(ref constants, SingleRow.MinusStepLow), xC);
            xD = MultiplyAdd(nD, SingleRow256(ref constants, SingleRow.MinusStepLow), xD);
            Vector256<float> qA = MultiplyAdd(SingleRow256(ref constants, SingleRow.C3), xA, SingleRow256(ref constants, SingleRow.C2));
            Vector256<float> qB = MultiplyAdd(SingleRow256(ref constants, SingleRow.C3), xB, SingleRow256(ref constants, SingleRow.C2));
            Vector256<float> qC = MultiplyAdd(SingleRow256(ref constants, SingleRow.C3), xC, SingleRow256(ref constants, SingleRow.C2));
            Vector256<float> qD = MultiplyAdd(SingleRow256(ref constants, SingleRow.C3), xD, SingleRow256(ref constants, SingleRow.C2));
            xA = MultiplyAdd(qA, xA * xA, xA);
            xB = MultiplyAdd(qB, xB * xB, xB);
            xC = MultiplyAdd(qC, xC * xC, xC);
            xD = MultiplyAdd(qD, xD * xD, xD);
            Vector256<float> sA = PowerOfTwoEighths(ref eighths, tA);
            Vector256<float> sB = PowerOfTwoEighths(ref eighths, tB);
            Vector256<float> sC = PowerOfTwoEighths(ref eighths, tC);
            Vector256<float> sD = PowerOfTwoEighths(ref eighths, tD);
            a = MultiplyAdd(sA, xA, sA);
            b = MultiplyAdd(sB, xB, sB);
            c = MultiplyAdd(sC, xC, sC);
            d = MultiplyAdd(sD, xD, sD);
        }

        /// <summary>Replaces two vectors by what <see cref="Exp(Vector256{double}, Vector256{double}, Vector256{double})"/> makes of them.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Exp(ref Vector256<double> a, ref Vector256<double> b, Vector256<double> shift, Vector256<double> lowest)
        {
            ref double constants = ref DoubleRows;
            ref long eighths = ref DoubleEighths;
            Vector256<double> xA = Max(lowest, a);
            Vector256<double> xB = Max(lowest, b);
            Vector256<double> tA = MultiplyAdd(xA, DoubleRow256(ref constants, DoubleRow.Steps), shift);
            Vector256<double> tB = MultiplyAdd(xB, DoubleRow256(ref constants, DoubleRow.Steps), shift);
            Vector256<double> nA = tA - shift;
            Vector256<double> nB = tB - shift;
            xA = MultiplyAdd(nA, DoubleRow256(ref constants, DoubleRow.MinusStepHigh), xA);
            xB = MultiplyAdd(nB, DoubleRow256(ref constants, DoubleRow.MinusStepHigh), xB);
            xA = MultiplyAdd(nA, DoubleRow256(ref constants, DoubleRow.MinusStepLow), xA);
            xB = MultiplyAdd(nB, DoubleRow256(ref constants, DoubleRow.MinusStepLow), xB);
            Vector256<double> sA = xA * xA;
            Vector256<double> sB = xB * xB;
            Vector256<double> oddA = MultiplyAdd(DoubleRow256(ref constants, DoubleRow.D7), sA, DoubleRow256(ref constants, DoubleRow.D5));
            Vector256<double> oddB = MultiplyAdd(DoubleRow256(ref constants, DoubleRow.D7), sB, DoubleRow256(ref constants, DoubleRow.D5));
            Vector256<double> evenA = MultiplyAdd(DoubleRow256(ref constants, DoubleRow.D6), sA, DoubleRow256(ref constants, DoubleRow.D4));
            Vector256<double> evenB = MultiplyAdd(DoubleRow256(ref constants, DoubleRow.D6), sB, DoubleRow256(ref constants, DoubleRow.D4));
            oddA = MultiplyAdd(oddA, sA, DoubleRow256(ref constants, DoubleRow.D3));
            oddB = MultiplyAdd(oddB, sB, DoubleRow256(ref constants, DoubleRow.D3));
            evenA = MultiplyAdd(evenA, sA, DoubleRow256(ref constants, DoubleRow.D2));
            evenB = MultiplyAdd(evenB, sB, DoubleRow256(ref constants, DoubleRow.D2));
            evenA = MultiplyAdd(oddA, xA, evenA);
            evenB = MultiplyAdd(oddB, xB, evenB);
            xA = MultiplyAdd(evenA, sA, xA);
            xB = MultiplyAdd(evenB, sB, xB);
            sA = PowerOfTwoEighths(ref eighths, tA);
            sB = PowerOfTwoEighths(ref eighths, tB);
            a = MultiplyAdd(sA, xA, sA);
            b = MultiplyAdd(sB, xB, sB);
        }

        /// <summary>What <see cref="ExpPair(Vector256{double}, Vector256{double}, Vector256{double})"/> makes of two vectors.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void ExpPair(Vector256<double> first, Vector256<double> second, Vector256<double> shift, Vector256<double> lowest, out Pair256 a, out Pair256 b)
        {
            ref double constants = ref DoubleRows;
            Vector256<double> xA = Max(lowest, first);
            Vector256<double> xB = Max(lowest, second);
            Vector256<double> tA = (xA * DoubleRow256(ref constants, DoubleRow.Log2E)) + shift;
            Vector256<double> tB = (xB * DoubleRow256(ref constants, DoubleRow.Log2E)) + shift;
            Vector256<double> nA = tA - shift;
            Vector256<double> nB = tB - shift;
            xA -= nA * DoubleRow256(ref constants, DoubleRow.Ln2High);
            xB -= nB * DoubleRow256(ref constants, DoubleRow.Ln2High);
            nA *= DoubleRow256(ref constants, DoubleRow.Ln2Low);
            nB *= DoubleRow256(ref constants, DoubleRow.Ln2Low);
            Vector256<double> rA = xA - nA;
            Vector256<double> rB = xB - nB;
            xA = (xA - rA) - nA;
            xB = (xB - rB) - nB;
            Vector256<double> sA = rA * rA;
            Vector256<double> sB = rB * rB;
            Vector256<double> oddA = (DoubleRow256(ref constants, DoubleRow.C11) * sA) + DoubleRow256(ref constants, DoubleRow.C9);
            Vector256<double> oddB = (DoubleRow256(ref constants, DoubleRow.C11) * sB) + DoubleRow256(ref constants, DoubleRow.C9);
            Vector256<double> evenA = (DoubleRow256(ref constants, DoubleRow.C10) * sA) + DoubleRow256(ref constants, DoubleRow.C8);
            Vector256<double> evenB = (DoubleRow256(ref constants, DoubleRow.C10) * sB) + DoubleRow256(ref constants, DoubleRow.C8);
            oddA = (oddA * sA) + DoubleRow256(ref constants, DoubleRow.C7);
            oddB = (oddB * sB) + DoubleRow256(ref constants, DoubleRow.C7);
            evenA = (evenA * sA) + DoubleRow256(ref constants, DoubleRow.C6);
            evenB = (evenB * sB) + DoubleRow256(ref constants, DoubleRow.C6);
            oddA = (oddA * sA) + DoubleRow256(ref constants, DoubleRow.C5);
            oddB = (oddB * sB) + DoubleRow256(ref constants, DoubleRow.C5);
            evenA = (evenA * sA) + DoubleRow256(ref constants, DoubleRow.C4);
            evenB = (evenB * sB) + DoubleRow256(ref constants, DoubleRow.C4);
            oddA = (oddA * sA) + DoubleRow256(ref constants, DoubleRow.C3);
            oddB = (oddB * sB) + DoubleRow256(ref constants, DoubleRow.C3);
            evenA = (evenA * sA) + DoubleRow256(ref constants, DoubleRow.C2);
            evenB = (evenB * sB) + DoubleRow256(ref constants, DoubleRow.C2);
            oddA = (oddA * rA) + evenA;
            oddB = (oddB * rB) + evenB;
            xA += sA * oddA;
            xB += sB * oddB;
            Vector256<double> rounder = Vector256.Create(DoubleConstants.Round26), roundedOne = rounder + DoubleRow256(ref constants, DoubleRow.One);
            Vector256<double> highA = ((rA + xA) + roundedOne) - rounder;
            Vector256<double> highB = ((rB + xB) + roundedOne) - rounder;
            xA = (rA - (highA - DoubleRow256(ref constants, DoubleRow.One))) + xA;
            xB = (rB - (highB - DoubleRow256(ref constants, DoubleRow.One))) + xB;
            sA = PowerOfTwo(tA);
            sB = PowerOfTwo(tB);
            a = new Pair256(highA * sA, xA * sA);
            b = new Pair256(highB * sB, xB * sB);
        }
    }
}
