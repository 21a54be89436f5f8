namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // Several terms in step. A term is a chain of some ten operations that each wait for the one before; the compiler leaves the order
    // as it is written, and a processor that meets one chain after the other runs out of room for what waits. The operations are those
    // of one term, and so are the bits. As many as 16 registers hold: four in single precision, two in double.
    // Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>Replaces four vectors by what <see cref="Exp(Vector256{float}, Vector256{float}, Vector256{float})"/> makes of them.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Exp(ref Vector256<float> xA, ref Vector256<float> xB, ref Vector256<float> xC, ref Vector256<float> xD, Vector256<float> shift, Vector256<float> lowest)
        {
            xA = Max(lowest, xA);
            xB = Max(lowest, xB);
            xC = Max(lowest, xC);
            xD = Max(lowest, xD);
            Vector256<float> tA = MultiplyAdd(xA, SingleRow256(SingleRow.Steps), shift);
            Vector256<float> tB = MultiplyAdd(xB, SingleRow256(SingleRow.Steps), shift);
            Vector256<float> tC = MultiplyAdd(xC, SingleRow256(SingleRow.Steps), shift);
            Vector256<float> tD = MultiplyAdd(xD, SingleRow256(SingleRow.Steps), shift);
            Vector256<float> nA = tA - shift;
            Vector256<float> nB = tB - shift;
            Vector256<float> nC = tC - shift;
            Vector256<float> nD = tD - shift;
            xA = MultiplyAdd(nA, SingleRow256(SingleRow.MinusStepHigh), xA);
            xB = MultiplyAdd(nB, SingleRow256(SingleRow.MinusStepHigh), xB);
            xC = MultiplyAdd(nC, SingleRow256(SingleRow.MinusStepHigh), xC);
            xD = MultiplyAdd(nD, SingleRow256(SingleRow.MinusStepHigh), xD);
            xA = MultiplyAdd(nA, SingleRow256(SingleRow.MinusStepLow), xA);
            xB = MultiplyAdd(nB, SingleRow256(SingleRow.MinusStepLow), xB);
            xC = MultiplyAdd(nC, SingleRow256(SingleRow.MinusStepLow), xC);
            xD = MultiplyAdd(nD, SingleRow256(SingleRow.MinusStepLow), xD);
            Vector256<float> qA = MultiplyAdd(SingleRow256(SingleRow.C3), xA, SingleRow256(SingleRow.C2));
            Vector256<float> qB = MultiplyAdd(SingleRow256(SingleRow.C3), xB, SingleRow256(SingleRow.C2));
            Vector256<float> qC = MultiplyAdd(SingleRow256(SingleRow.C3), xC, SingleRow256(SingleRow.C2));
            Vector256<float> qD = MultiplyAdd(SingleRow256(SingleRow.C3), xD, SingleRow256(SingleRow.C2));
            xA = MultiplyAdd(qA, xA * xA, xA);
            xB = MultiplyAdd(qB, xB * xB, xB);
            xC = MultiplyAdd(qC, xC * xC, xC);
            xD = MultiplyAdd(qD, xD * xD, xD);
            Vector256<float> sA = PowerOfTwoEighths(tA);
            Vector256<float> sB = PowerOfTwoEighths(tB);
            Vector256<float> sC = PowerOfTwoEighths(tC);
            Vector256<float> sD = PowerOfTwoEighths(tD);
            xA = MultiplyAdd(sA, xA, sA);
            xB = MultiplyAdd(sB, xB, sB);
            xC = MultiplyAdd(sC, xC, sC);
            xD = MultiplyAdd(sD, xD, sD);
        }

        /// <summary>Replaces two vectors by what <see cref="Exp(Vector256{double}, Vector256{double}, Vector256{double})"/> makes of them.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Exp(ref Vector256<double> xA, ref Vector256<double> xB, Vector256<double> shift, Vector256<double> lowest)
        {
            xA = Max(lowest, xA);
            xB = Max(lowest, xB);
            Vector256<double> tA = MultiplyAdd(xA, DoubleRow256(DoubleRow.Steps), shift);
            Vector256<double> tB = MultiplyAdd(xB, DoubleRow256(DoubleRow.Steps), shift);
            Vector256<double> nA = tA - shift;
            Vector256<double> nB = tB - shift;
            xA = MultiplyAdd(nA, DoubleRow256(DoubleRow.MinusStepHigh), xA);
            xB = MultiplyAdd(nB, DoubleRow256(DoubleRow.MinusStepHigh), xB);
            xA = MultiplyAdd(nA, DoubleRow256(DoubleRow.MinusStepLow), xA);
            xB = MultiplyAdd(nB, DoubleRow256(DoubleRow.MinusStepLow), xB);
            Vector256<double> sA = xA * xA;
            Vector256<double> sB = xB * xB;
            Vector256<double> oddA = MultiplyAdd(DoubleRow256(DoubleRow.D7), sA, DoubleRow256(DoubleRow.D5));
            Vector256<double> oddB = MultiplyAdd(DoubleRow256(DoubleRow.D7), sB, DoubleRow256(DoubleRow.D5));
            Vector256<double> evenA = MultiplyAdd(DoubleRow256(DoubleRow.D6), sA, DoubleRow256(DoubleRow.D4));
            Vector256<double> evenB = MultiplyAdd(DoubleRow256(DoubleRow.D6), sB, DoubleRow256(DoubleRow.D4));
            oddA = MultiplyAdd(oddA, sA, DoubleRow256(DoubleRow.D3));
            oddB = MultiplyAdd(oddB, sB, DoubleRow256(DoubleRow.D3));
            evenA = MultiplyAdd(evenA, sA, DoubleRow256(DoubleRow.D2));
            evenB = MultiplyAdd(evenB, sB, DoubleRow256(DoubleRow.D2));
            evenA = MultiplyAdd(oddA, xA, evenA);
            evenB = MultiplyAdd(oddB, xB, evenB);
            xA = MultiplyAdd(evenA, sA, xA);
            xB = MultiplyAdd(evenB, sB, xB);
            sA = PowerOfTwoEighths(tA);
            sB = PowerOfTwoEighths(tB);
            xA = MultiplyAdd(sA, xA, sA);
            xB = MultiplyAdd(sB, xB, sB);
        }
    }
}
