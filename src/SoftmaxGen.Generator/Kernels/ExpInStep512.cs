namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // Four terms in step in double precision, for which AVX-512 has the registers.
    internal static partial class SoftmaxKernels
    {
        /// <summary>Replaces four vectors by what <see cref="Exp(Vector512{double}, Vector512{double}, Vector512{double})"/> makes of them.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Exp(ref Vector512<double> xA, ref Vector512<double> xB, ref Vector512<double> xC, ref Vector512<double> xD, Vector512<double> shift, Vector512<double> lowest)
        {
            Reduce(ref xA, ref xB, ref xC, ref xD, shift, lowest, out Vector512<double> tA, out Vector512<double> tB, out Vector512<double> tC, out Vector512<double> tD);
            Vector512<double> sA = xA * xA;
            Vector512<double> sB = xB * xB;
            Vector512<double> sC = xC * xC;
            Vector512<double> sD = xD * xD;
            Vector512<double> oddA = DoubleRow512(DoubleRow.C11), oddB = DoubleRow512(DoubleRow.C11), oddC = DoubleRow512(DoubleRow.C11), oddD = DoubleRow512(DoubleRow.C11);
            Vector512<double> evenA = DoubleRow512(DoubleRow.C10), evenB = DoubleRow512(DoubleRow.C10), evenC = DoubleRow512(DoubleRow.C10), evenD = DoubleRow512(DoubleRow.C10);
            Horner(ref oddA, ref oddB, ref oddC, ref oddD, sA, sB, sC, sD, DoubleRow512(DoubleRow.C9));
            Horner(ref evenA, ref evenB, ref evenC, ref evenD, sA, sB, sC, sD, DoubleRow512(DoubleRow.C8));
            Horner(ref oddA, ref oddB, ref oddC, ref oddD, sA, sB, sC, sD, DoubleRow512(DoubleRow.C7));
            Horner(ref evenA, ref evenB, ref evenC, ref evenD, sA, sB, sC, sD, DoubleRow512(DoubleRow.C6));
            Horner(ref oddA, ref oddB, ref oddC, ref oddD, sA, sB, sC, sD, DoubleRow512(DoubleRow.C5));
            Horner(ref evenA, ref evenB, ref evenC, ref evenD, sA, sB, sC, sD, DoubleRow512(DoubleRow.C4));
            Horner(ref oddA, ref oddB, ref oddC, ref oddD, sA, sB, sC, sD, DoubleRow512(DoubleRow.C3));
            Horner(ref evenA, ref evenB, ref evenC, ref evenD, sA, sB, sC, sD, DoubleRow512(DoubleRow.C2));
            evenA = MultiplyAdd(oddA, xA, evenA);
            evenB = MultiplyAdd(oddB, xB, evenB);
            evenC = MultiplyAdd(oddC, xC, evenC);
            evenD = MultiplyAdd(oddD, xD, evenD);
            xA = (MultiplyAdd(evenA, sA, xA) + DoubleRow512(DoubleRow.One)) * PowerOfTwo(tA);
            xB = (MultiplyAdd(evenB, sB, xB) + DoubleRow512(DoubleRow.One)) * PowerOfTwo(tB);
            xC = (MultiplyAdd(evenC, sC, xC) + DoubleRow512(DoubleRow.One)) * PowerOfTwo(tC);
            xD = (MultiplyAdd(evenD, sD, xD) + DoubleRow512(DoubleRow.One)) * PowerOfTwo(tD);
        }

        /// <summary>Replaces four vectors by what <see cref="ExpFast(Vector512{double}, Vector512{double}, Vector512{double})"/> makes of them.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void ExpFast(ref Vector512<double> xA, ref Vector512<double> xB, ref Vector512<double> xC, ref Vector512<double> xD, Vector512<double> shift, Vector512<double> lowest)
        {
            Reduce(ref xA, ref xB, ref xC, ref xD, shift, lowest, out Vector512<double> tA, out Vector512<double> tB, out Vector512<double> tC, out Vector512<double> tD);
            Vector512<double> sA = xA * xA;
            Vector512<double> sB = xB * xB;
            Vector512<double> sC = xC * xC;
            Vector512<double> sD = xD * xD;
            Vector512<double> oddA = DoubleRow512(DoubleRow.F9), oddB = DoubleRow512(DoubleRow.F9), oddC = DoubleRow512(DoubleRow.F9), oddD = DoubleRow512(DoubleRow.F9);
            Vector512<double> evenA = DoubleRow512(DoubleRow.F10), evenB = DoubleRow512(DoubleRow.F10), evenC = DoubleRow512(DoubleRow.F10), evenD = DoubleRow512(DoubleRow.F10);
            Horner(ref oddA, ref oddB, ref oddC, ref oddD, sA, sB, sC, sD, DoubleRow512(DoubleRow.F7));
            Horner(ref evenA, ref evenB, ref evenC, ref evenD, sA, sB, sC, sD, DoubleRow512(DoubleRow.F8));
            Horner(ref oddA, ref oddB, ref oddC, ref oddD, sA, sB, sC, sD, DoubleRow512(DoubleRow.F5));
            Horner(ref evenA, ref evenB, ref evenC, ref evenD, sA, sB, sC, sD, DoubleRow512(DoubleRow.F6));
            Horner(ref oddA, ref oddB, ref oddC, ref oddD, sA, sB, sC, sD, DoubleRow512(DoubleRow.F3));
            Horner(ref evenA, ref evenB, ref evenC, ref evenD, sA, sB, sC, sD, DoubleRow512(DoubleRow.F4));
            Horner(ref evenA, ref evenB, ref evenC, ref evenD, sA, sB, sC, sD, DoubleRow512(DoubleRow.F2));
            evenA = MultiplyAdd(oddA, xA, evenA);
            evenB = MultiplyAdd(oddB, xB, evenB);
            evenC = MultiplyAdd(oddC, xC, evenC);
            evenD = MultiplyAdd(oddD, xD, evenD);
            xA = (MultiplyAdd(evenA, sA, xA) + DoubleRow512(DoubleRow.One)) * PowerOfTwo(tA);
            xB = (MultiplyAdd(evenB, sB, xB) + DoubleRow512(DoubleRow.One)) * PowerOfTwo(tB);
            xC = (MultiplyAdd(evenC, sC, xC) + DoubleRow512(DoubleRow.One)) * PowerOfTwo(tC);
            xD = (MultiplyAdd(evenD, sD, xD) + DoubleRow512(DoubleRow.One)) * PowerOfTwo(tD);
        }

        // x becomes r; t carries the exponent.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Reduce(ref Vector512<double> xA, ref Vector512<double> xB, ref Vector512<double> xC, ref Vector512<double> xD, Vector512<double> shift, Vector512<double> lowest, out Vector512<double> tA, out Vector512<double> tB, out Vector512<double> tC, out Vector512<double> tD)
        {
            xA = Max(lowest, xA);
            xB = Max(lowest, xB);
            xC = Max(lowest, xC);
            xD = Max(lowest, xD);
            tA = MultiplyAdd(xA, DoubleRow512(DoubleRow.Log2E), shift);
            tB = MultiplyAdd(xB, DoubleRow512(DoubleRow.Log2E), shift);
            tC = MultiplyAdd(xC, DoubleRow512(DoubleRow.Log2E), shift);
            tD = MultiplyAdd(xD, DoubleRow512(DoubleRow.Log2E), shift);
            Vector512<double> nA = tA - shift;
            Vector512<double> nB = tB - shift;
            Vector512<double> nC = tC - shift;
            Vector512<double> nD = tD - shift;
            xA = MultiplyAdd(nA, DoubleRow512(DoubleRow.MinusLn2High), xA);
            xB = MultiplyAdd(nB, DoubleRow512(DoubleRow.MinusLn2High), xB);
            xC = MultiplyAdd(nC, DoubleRow512(DoubleRow.MinusLn2High), xC);
            xD = MultiplyAdd(nD, DoubleRow512(DoubleRow.MinusLn2High), xD);
            xA = MultiplyAdd(nA, DoubleRow512(DoubleRow.MinusLn2Low), xA);
            xB = MultiplyAdd(nB, DoubleRow512(DoubleRow.MinusLn2Low), xB);
            xC = MultiplyAdd(nC, DoubleRow512(DoubleRow.MinusLn2Low), xC);
            xD = MultiplyAdd(nD, DoubleRow512(DoubleRow.MinusLn2Low), xD);
        }

        /// <summary>p = p x + c.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Horner(ref Vector512<double> pA, ref Vector512<double> pB, ref Vector512<double> pC, ref Vector512<double> pD, Vector512<double> xA, Vector512<double> xB, Vector512<double> xC, Vector512<double> xD, Vector512<double> c)
        {
            pA = MultiplyAdd(pA, xA, c);
            pB = MultiplyAdd(pB, xB, c);
            pC = MultiplyAdd(pC, xC, c);
            pD = MultiplyAdd(pD, xD, c);
        }
    }
}
