namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // Several terms in step. A term is a chain of some fifteen operations that each wait for the one before; the compiler leaves the order
    // as it is written, and a processor that meets one chain after the other runs out of room for what waits. The operations are those
    // of one term, and so are the bits. As many as 16 registers hold: four in single precision, two in double.
    // Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>Replaces four vectors by what <see cref="Exp(Vector256{float}, Vector256{float}, Vector256{float})"/> makes of them.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Exp(ref Vector256<float> xA, ref Vector256<float> xB, ref Vector256<float> xC, ref Vector256<float> xD, Vector256<float> shift, Vector256<float> lowest)
        {
            Reduce(ref xA, ref xB, ref xC, ref xD, shift, lowest, out Vector256<float> tA, out Vector256<float> tB, out Vector256<float> tC, out Vector256<float> tD);
            Vector256<float> pA = SingleRow256(SingleRow.C6), pB = SingleRow256(SingleRow.C6), pC = SingleRow256(SingleRow.C6), pD = SingleRow256(SingleRow.C6);
            Horner(ref pA, ref pB, ref pC, ref pD, xA, xB, xC, xD, SingleRow256(SingleRow.C5));
            Horner(ref pA, ref pB, ref pC, ref pD, xA, xB, xC, xD, SingleRow256(SingleRow.C4));
            Horner(ref pA, ref pB, ref pC, ref pD, xA, xB, xC, xD, SingleRow256(SingleRow.C3));
            Horner(ref pA, ref pB, ref pC, ref pD, xA, xB, xC, xD, SingleRow256(SingleRow.C2));
            Horner(ref pA, ref pB, ref pC, ref pD, xA, xB, xC, xD, SingleRow256(SingleRow.One));
            Horner(ref pA, ref pB, ref pC, ref pD, xA, xB, xC, xD, SingleRow256(SingleRow.One));
            xA = pA * PowerOfTwo(tA);
            xB = pB * PowerOfTwo(tB);
            xC = pC * PowerOfTwo(tC);
            xD = pD * PowerOfTwo(tD);
        }

        /// <summary>Replaces four vectors by what <see cref="ExpFast(Vector256{float}, Vector256{float}, Vector256{float})"/> makes of them.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void ExpFast(ref Vector256<float> xA, ref Vector256<float> xB, ref Vector256<float> xC, ref Vector256<float> xD, Vector256<float> shift, Vector256<float> lowest)
        {
            Reduce(ref xA, ref xB, ref xC, ref xD, shift, lowest, out Vector256<float> tA, out Vector256<float> tB, out Vector256<float> tC, out Vector256<float> tD);
            Vector256<float> pA = SingleRow256(SingleRow.F5), pB = SingleRow256(SingleRow.F5), pC = SingleRow256(SingleRow.F5), pD = SingleRow256(SingleRow.F5);
            Horner(ref pA, ref pB, ref pC, ref pD, xA, xB, xC, xD, SingleRow256(SingleRow.F4));
            Horner(ref pA, ref pB, ref pC, ref pD, xA, xB, xC, xD, SingleRow256(SingleRow.F3));
            Horner(ref pA, ref pB, ref pC, ref pD, xA, xB, xC, xD, SingleRow256(SingleRow.F2));
            Horner(ref pA, ref pB, ref pC, ref pD, xA, xB, xC, xD, SingleRow256(SingleRow.One));
            Horner(ref pA, ref pB, ref pC, ref pD, xA, xB, xC, xD, SingleRow256(SingleRow.One));
            xA = pA * PowerOfTwo(tA);
            xB = pB * PowerOfTwo(tB);
            xC = pC * PowerOfTwo(tC);
            xD = pD * PowerOfTwo(tD);
        }

        // x becomes r; t carries the exponent.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Reduce(ref Vector256<float> xA, ref Vector256<float> xB, ref Vector256<float> xC, ref Vector256<float> xD, Vector256<float> shift, Vector256<float> lowest, out Vector256<float> tA, out Vector256<float> tB, out Vector256<float> tC, out Vector256<float> tD)
        {
            xA = Max(lowest, xA);
            xB = Max(lowest, xB);
            xC = Max(lowest, xC);
            xD = Max(lowest, xD);
            tA = MultiplyAdd(xA, SingleRow256(SingleRow.Log2E), shift);
            tB = MultiplyAdd(xB, SingleRow256(SingleRow.Log2E), shift);
            tC = MultiplyAdd(xC, SingleRow256(SingleRow.Log2E), shift);
            tD = MultiplyAdd(xD, SingleRow256(SingleRow.Log2E), shift);
            Vector256<float> nA = tA - shift;
            Vector256<float> nB = tB - shift;
            Vector256<float> nC = tC - shift;
            Vector256<float> nD = tD - shift;
            xA = MultiplyAdd(nA, SingleRow256(SingleRow.MinusLn2High), xA);
            xB = MultiplyAdd(nB, SingleRow256(SingleRow.MinusLn2High), xB);
            xC = MultiplyAdd(nC, SingleRow256(SingleRow.MinusLn2High), xC);
            xD = MultiplyAdd(nD, SingleRow256(SingleRow.MinusLn2High), xD);
            xA = MultiplyAdd(nA, SingleRow256(SingleRow.MinusLn2Low), xA);
            xB = MultiplyAdd(nB, SingleRow256(SingleRow.MinusLn2Low), xB);
            xC = MultiplyAdd(nC, SingleRow256(SingleRow.MinusLn2Low), xC);
            xD = MultiplyAdd(nD, SingleRow256(SingleRow.MinusLn2Low), xD);
        }

        /// <summary>p = p x + c.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Horner(ref Vector256<float> pA, ref Vector256<float> pB, ref Vector256<float> pC, ref Vector256<float> pD, Vector256<float> xA, Vector256<float> xB, Vector256<float> xC, Vector256<float> xD, Vector256<float> c)
        {
            pA = MultiplyAdd(pA, xA, c);
            pB = MultiplyAdd(pB, xB, c);
            pC = MultiplyAdd(pC, xC, c);
            pD = MultiplyAdd(pD, xD, c);
        }

        /// <summary>Replaces two vectors by what <see cref="Exp(Vector256{double}, Vector256{double}, Vector256{double})"/> makes of them.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Exp(ref Vector256<double> xA, ref Vector256<double> xB, Vector256<double> shift, Vector256<double> lowest)
        {
            Reduce(ref xA, ref xB, shift, lowest, out Vector256<double> tA, out Vector256<double> tB);
            Vector256<double> sA = xA * xA;
            Vector256<double> sB = xB * xB;
            Vector256<double> oddA = DoubleRow256(DoubleRow.C11), oddB = DoubleRow256(DoubleRow.C11);
            Vector256<double> evenA = DoubleRow256(DoubleRow.C10), evenB = DoubleRow256(DoubleRow.C10);
            Horner(ref oddA, ref oddB, sA, sB, DoubleRow256(DoubleRow.C9));
            Horner(ref evenA, ref evenB, sA, sB, DoubleRow256(DoubleRow.C8));
            Horner(ref oddA, ref oddB, sA, sB, DoubleRow256(DoubleRow.C7));
            Horner(ref evenA, ref evenB, sA, sB, DoubleRow256(DoubleRow.C6));
            Horner(ref oddA, ref oddB, sA, sB, DoubleRow256(DoubleRow.C5));
            Horner(ref evenA, ref evenB, sA, sB, DoubleRow256(DoubleRow.C4));
            Horner(ref oddA, ref oddB, sA, sB, DoubleRow256(DoubleRow.C3));
            Horner(ref evenA, ref evenB, sA, sB, DoubleRow256(DoubleRow.C2));
            evenA = MultiplyAdd(oddA, xA, evenA);
            evenB = MultiplyAdd(oddB, xB, evenB);
            xA = (MultiplyAdd(evenA, sA, xA) + DoubleRow256(DoubleRow.One)) * PowerOfTwo(tA);
            xB = (MultiplyAdd(evenB, sB, xB) + DoubleRow256(DoubleRow.One)) * PowerOfTwo(tB);
        }

        /// <summary>Replaces two vectors by what <see cref="ExpFast(Vector256{double}, Vector256{double}, Vector256{double})"/> makes of them.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void ExpFast(ref Vector256<double> xA, ref Vector256<double> xB, Vector256<double> shift, Vector256<double> lowest)
        {
            Reduce(ref xA, ref xB, shift, lowest, out Vector256<double> tA, out Vector256<double> tB);
            Vector256<double> sA = xA * xA;
            Vector256<double> sB = xB * xB;
            Vector256<double> oddA = DoubleRow256(DoubleRow.F9), oddB = DoubleRow256(DoubleRow.F9);
            Vector256<double> evenA = DoubleRow256(DoubleRow.F10), evenB = DoubleRow256(DoubleRow.F10);
            Horner(ref oddA, ref oddB, sA, sB, DoubleRow256(DoubleRow.F7));
            Horner(ref evenA, ref evenB, sA, sB, DoubleRow256(DoubleRow.F8));
            Horner(ref oddA, ref oddB, sA, sB, DoubleRow256(DoubleRow.F5));
            Horner(ref evenA, ref evenB, sA, sB, DoubleRow256(DoubleRow.F6));
            Horner(ref oddA, ref oddB, sA, sB, DoubleRow256(DoubleRow.F3));
            Horner(ref evenA, ref evenB, sA, sB, DoubleRow256(DoubleRow.F4));
            Horner(ref evenA, ref evenB, sA, sB, DoubleRow256(DoubleRow.F2));
            evenA = MultiplyAdd(oddA, xA, evenA);
            evenB = MultiplyAdd(oddB, xB, evenB);
            xA = (MultiplyAdd(evenA, sA, xA) + DoubleRow256(DoubleRow.One)) * PowerOfTwo(tA);
            xB = (MultiplyAdd(evenB, sB, xB) + DoubleRow256(DoubleRow.One)) * PowerOfTwo(tB);
        }

        // x becomes r; t carries the exponent.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Reduce(ref Vector256<double> xA, ref Vector256<double> xB, Vector256<double> shift, Vector256<double> lowest, out Vector256<double> tA, out Vector256<double> tB)
        {
            xA = Max(lowest, xA);
            xB = Max(lowest, xB);
            tA = MultiplyAdd(xA, DoubleRow256(DoubleRow.Log2E), shift);
            tB = MultiplyAdd(xB, DoubleRow256(DoubleRow.Log2E), shift);
            Vector256<double> nA = tA - shift;
            Vector256<double> nB = tB - shift;
            xA = MultiplyAdd(nA, DoubleRow256(DoubleRow.MinusLn2High), xA);
            xB = MultiplyAdd(nB, DoubleRow256(DoubleRow.MinusLn2High), xB);
            xA = MultiplyAdd(nA, DoubleRow256(DoubleRow.MinusLn2Low), xA);
            xB = MultiplyAdd(nB, DoubleRow256(DoubleRow.MinusLn2Low), xB);
        }

        /// <summary>p = p x + c.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Horner(ref Vector256<double> pA, ref Vector256<double> pB, Vector256<double> xA, Vector256<double> xB, Vector256<double> c)
        {
            pA = MultiplyAdd(pA, xA, c);
            pB = MultiplyAdd(pB, xB, c);
        }
    }
}
