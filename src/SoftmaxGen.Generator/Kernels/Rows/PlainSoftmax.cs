namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // The softmax of single-precision data by IEEE additions, multiplications and divisions of doubles in one order and nothing else. This is
    // what SoftmaxAccuracy.Precise promises the bits of; vectors give them sooner, and come here for rows that their rounding test leaves undecided.
    internal static partial class SoftmaxKernels
    {
        private const int PlainChunk = 32;

        /// <summary>The softmax of a row whose maximum is finite, for x times <paramref name="inverse"/>.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void SoftmaxPlain(ref float x, double inverse, ref float destination, int length)
        {
            double max = ScanMax(ref x, length), total = 0.0, lost = 0.0;
            for (int first = 0; first < length; first += PlainChunk)
            {
                double part = PlainSum(ref Unsafe.Add(ref x, first), max, inverse, Math.Min(PlainChunk, length - first));
                double sum = total + part, added = sum - total;
                lost += (total - (sum - added)) + (part - added);
                total = sum;
            }

            double scale = 1.0 / (total + lost);
            for (int i = 0; i < length; i++)
                Unsafe.Add(ref destination, i) = (float)(PlainTerm(Unsafe.Add(ref x, i), max, inverse) * scale);
        }

        // Four sums at a time, so that no addition waits for the one before.
        private static double PlainSum(ref float x, double max, double inverse, int count)
        {
            double a = 0.0, b = 0.0, c = 0.0, d = 0.0;
            int i = 0;
            for (; i <= count - 4; i += 4)
            {
                a += PlainTerm(Unsafe.Add(ref x, i), max, inverse);
                b += PlainTerm(Unsafe.Add(ref x, i + 1), max, inverse);
                c += PlainTerm(Unsafe.Add(ref x, i + 2), max, inverse);
                d += PlainTerm(Unsafe.Add(ref x, i + 3), max, inverse);
            }

            for (; i < count; i++)
                a += PlainTerm(Unsafe.Add(ref x, i), max, inverse);
            return (a + b) + (c + d);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static double PlainTerm(float x, double max, double inverse) => ExpPrecise(Vector128.CreateScalar((x - max) * inverse)).ToScalar();
    }
}
