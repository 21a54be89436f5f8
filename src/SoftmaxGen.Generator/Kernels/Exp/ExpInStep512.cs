namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // Four terms in step in double precision, for which AVX-512 has the registers.
    internal static partial class SoftmaxKernels
    {
        /// <summary>Replaces four vectors by what <see cref="Exp(Vector512{double}, Vector512{double}, Vector512{double})"/> makes of them.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Exp(ref Vector512<double> a, ref Vector512<double> b, ref Vector512<double> c, ref Vector512<double> d, Vector512<double> shift, Vector512<double> lowest)
        {
            ref double constants = ref DoubleRows;
            ref long eighths = ref DoubleEighths;
            Vector512<double> xA = Max(lowest, a);
            Vector512<double> xB = Max(lowest, b);
            Vector512<double> xC = Max(lowest, c);
            Vector512<double> xD = Max(lowest, d);
            Vector512<double> tA = MultiplyAdd(xA, DoubleRow512(ref constants, DoubleRow.Steps), shift);
            Vector512<double> tB = MultiplyAdd(xB, DoubleRow512(ref constants, DoubleRow.Steps), shift);
            Vector512<double> tC = MultiplyAdd(xC, DoubleRow512(ref constants, DoubleRow.Steps), shift);
            Vector512<double> tD = MultiplyAdd(xD, DoubleRow512(ref constants, DoubleRow.Steps), shift);
            Vector512<double> nA = tA - shift;
            Vector512<double> nB = tB - shift;
            Vector512<double> nC = tC - shift;
            Vector512<double> nD = tD - shift;
            xA = MultiplyAdd(nA, DoubleRow512(ref constants, DoubleRow.MinusStepHigh), xA);
            xB = MultiplyAdd(nB, DoubleRow512(ref constants, DoubleRow.MinusStepHigh), xB);
            xC = MultiplyAdd(nC, DoubleRow512(ref constants, DoubleRow.MinusStepHigh), xC);
            xD = MultiplyAdd(nD, DoubleRow512(ref constants, DoubleRow.MinusStepHigh), xD);
            xA = MultiplyAdd(nA, DoubleRow512(ref constants, DoubleRow.MinusStepLow), xA);
            xB = MultiplyAdd(nB, DoubleRow512(ref constants, DoubleRow.MinusStepLow), xB);
            xC = MultiplyAdd(nC, DoubleRow512(ref constants, DoubleRow.MinusStepLow), xC);
            xD = MultiplyAdd(nD, DoubleRow512(ref constants, DoubleRow.MinusStepLow), xD);
            Vector512<double> sA = xA * xA;
            Vector512<double> sB = xB * xB;
            Vector512<double> sC = xC * xC;
            Vector512<double> sD = xD * xD;
            Vector512<double> oddA = MultiplyAdd(DoubleRow512(ref constants, DoubleRow.D7), sA, DoubleRow512(ref constants, DoubleRow.D5));
            Vector512<double> oddB = MultiplyAdd(DoubleRow512(ref constants, DoubleRow.D7), sB, DoubleRow512(ref constants, DoubleRow.D5));
            Vector512<double> oddC = MultiplyAdd(DoubleRow512(ref constants, DoubleRow.D7), sC, DoubleRow512(ref constants, DoubleRow.D5));
            Vector512<double> oddD = MultiplyAdd(DoubleRow512(ref constants, DoubleRow.D7), sD, DoubleRow512(ref constants, DoubleRow.D5));
            Vector512<double> evenA = MultiplyAdd(DoubleRow512(ref constants, DoubleRow.D6), sA, DoubleRow512(ref constants, DoubleRow.D4));
            Vector512<double> evenB = MultiplyAdd(DoubleRow512(ref constants, DoubleRow.D6), sB, DoubleRow512(ref constants, DoubleRow.D4));
            Vector512<double> evenC = MultiplyAdd(DoubleRow512(ref constants, DoubleRow.D6), sC, DoubleRow512(ref constants, DoubleRow.D4));
            Vector512<double> evenD = MultiplyAdd(DoubleRow512(ref constants, DoubleRow.D6), sD, DoubleRow512(ref constants, DoubleRow.D4));
            oddA = MultiplyAdd(oddA, sA, DoubleRow512(ref constants, DoubleRow.D3));
            oddB = MultiplyAdd(oddB, sB, DoubleRow512(ref constants, DoubleRow.D3));
            oddC = MultiplyAdd(oddC, sC, DoubleRow512(ref constants, DoubleRow.D3));
            oddD = MultiplyAdd(oddD, sD, DoubleRow512(ref constants, DoubleRow.D3));
            evenA = MultiplyAdd(evenA, sA, DoubleRow512(ref constants, DoubleRow.D2));
            evenB = MultiplyAdd(evenB, sB, DoubleRow512(ref constants, DoubleRow.D2));
            evenC = MultiplyAdd(evenC, sC, DoubleRow512(ref constants, DoubleRow.D2));
            evenD = MultiplyAdd(evenD, sD, DoubleRow512(ref constants, DoubleRow.D2));
            evenA = MultiplyAdd(oddA, xA, evenA);
            evenB = MultiplyAdd(oddB, xB, evenB);
            evenC = MultiplyAdd(oddC, xC, evenC);
            evenD = MultiplyAdd(oddD, xD, evenD);
            xA = MultiplyAdd(evenA, sA, xA);
            xB = MultiplyAdd(evenB, sB, xB);
            xC = MultiplyAdd(evenC, sC, xC);
            xD = MultiplyAdd(evenD, sD, xD);
            sA = PowerOfTwoEighths(ref eighths, tA);
            sB = PowerOfTwoEighths(ref eighths, tB);
            sC = PowerOfTwoEighths(ref eighths, tC);
            sD = PowerOfTwoEighths(ref eighths, tD);
            a = MultiplyAdd(sA, xA, sA);
            b = MultiplyAdd(sB, xB, sB);
            c = MultiplyAdd(sC, xC, sC);
            d = MultiplyAdd(sD, xD, sD);
        }
    }
}
