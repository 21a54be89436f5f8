namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // Sums of the terms of a row in the precision of Default, for predictions and draws. N is an argument. A row is of 256 bytes at least, to which a shorter one is padded, and is
    // summed in blocks of that size. Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>The sum of the terms of a row, up to a common factor.</summary>
        /// <param name="max">The maximum, or 0 where there is an origin that is the maximum.</param>
        /// <param name="origin">What is subtracted of each element, if it is scaled.</param>
        /// <param name="scale">What each element is multiplied by then, or 0.</param>
        /// <param name="part">The number of elements of a part, a power of two of blocks.</param>
        /// <param name="sums">Receives the sum up to the end of each part but the last.</param>
        /// <param name="own">The term of the maximum.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double SumTerms256(ref float x, int length, float max, float origin, float scale, int part, ref double sums, out double own)
        {
            unchecked
            {
                Vector256<float> top = Vector256.Create(max), shift = Shift(top), lowest = Lowest(top);
                own = Exp(top, shift, lowest).ToScalar();
                double total = 0.0;
                for (int i = 0; i < length; i += 64)
                {
                    // The last block overlaps the one before; what it has of that does not count.
                    int at = Math.Min(i, length - 64), skip = i - at;
                    ref float block = ref Unsafe.Add(ref x, at);
                    Vector256<double> lower = Vector256<double>.Zero, upper = Vector256<double>.Zero;
                    for (int lane = 0; lane < 8; lane += Vector256<float>.Count)
                    {
                        Vector256<float> some = FourTerms256(ref block, lane, skip, shift, lowest, origin, scale);
                        Vector256<double> low = WidenLower(some), high = WidenUpper(some);
                        if (Vector256<float>.Count < 16)
                        {
                            some = FourTerms256(ref block, lane + 8, skip, shift, lowest, origin, scale);
                            low += WidenLower(some);
                            high += WidenUpper(some);
                        }

                        lower += low;
                        upper += high;
                    }

                    total += SumOf(lower + upper);
                    if (((i + 64) & (part - 1)) == 0)
                        Unsafe.Add(ref sums, i / part) = total;
                }

                return total;
            }
        }

        /// <inheritdoc cref="SumTerms256(ref float, int, float, float, float, int, ref double, out double)"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double SumTerms256(ref double x, int length, double max, double origin, double scale, int part, ref double sums, out double own)
        {
            unchecked
            {
                Vector256<double> top = Vector256.Create(max), shift = Shift(top), lowest = Lowest(top);
                own = Exp(top, shift, lowest).ToScalar();
                double total = 0.0, lost = 0.0;
                for (int i = 0; i < length; i += 32)
                {
                    // The last block overlaps the one before; what it has of that does not count.
                    int at = Math.Min(i, length - 32), skip = i - at;
                    ref double block = ref Unsafe.Add(ref x, at);
                    Vector256<double> some = Vector256<double>.Zero;
                    for (int lane = 0; lane < 4; lane += Vector256<double>.Count)
                    {
                        Vector256<double> four = FourTerms256(ref block, lane, skip, shift, lowest, origin, scale);
                        if (Vector256<double>.Count < 8)
                            four += FourTerms256(ref block, lane + 4, skip, shift, lowest, origin, scale);
                        some += four;
                    }

                    double term = SumOf(some), sum = total + term, added = sum - total;
                    lost += (total - (sum - added)) + (term - added);
                    total = sum;
                    if (((i + 32) & (part - 1)) == 0)
                        Unsafe.Add(ref sums, i / part) = total;
                }

                return total + lost;
            }
        }

        // Four terms, one of each quarter of a block, added to each other in pairs.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> FourTerms256(ref float block, int lane, int skip, Vector256<float> shift, Vector256<float> lowest, float origin, float scale)
        {
            Vector256<float> a = Vector256.LoadUnsafe(ref block, (UIntPtr)lane), b = Vector256.LoadUnsafe(ref block, (UIntPtr)(lane + 16));
            Vector256<float> c = Vector256.LoadUnsafe(ref block, (UIntPtr)(lane + 32)), d = Vector256.LoadUnsafe(ref block, (UIntPtr)(lane + 48));
            if (scale != 0f)
            {
                Vector256<float> from = Vector256.Create(origin), factor = Vector256.Create(scale);
                a = (a - from) * factor;
                b = (b - from) * factor;
                c = (c - from) * factor;
                d = (d - from) * factor;
            }

            Exp(ref a, ref b, ref c, ref d, shift, lowest);
            if (skip > 0)
            {
                a = WithoutFirst(a, Math.Min(Math.Max(skip - lane, 0), Vector256<float>.Count));
                b = WithoutFirst(b, Math.Min(Math.Max(skip - lane - 16, 0), Vector256<float>.Count));
                c = WithoutFirst(c, Math.Min(Math.Max(skip - lane - 32, 0), Vector256<float>.Count));
                d = WithoutFirst(d, Math.Min(Math.Max(skip - lane - 48, 0), Vector256<float>.Count));
            }

            return (a + b) + (c + d);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> FourTerms256(ref double block, int lane, int skip, Vector256<double> shift, Vector256<double> lowest, double origin, double scale)
        {
            Vector256<double> a = Vector256.LoadUnsafe(ref block, (UIntPtr)lane), b = Vector256.LoadUnsafe(ref block, (UIntPtr)(lane + 8));
            Vector256<double> c = Vector256.LoadUnsafe(ref block, (UIntPtr)(lane + 16)), d = Vector256.LoadUnsafe(ref block, (UIntPtr)(lane + 24));
            if (scale != 0.0)
            {
                Vector256<double> from = Vector256.Create(origin), factor = Vector256.Create(scale);
                a = (a - from) * factor;
                b = (b - from) * factor;
                c = (c - from) * factor;
                d = (d - from) * factor;
            }

            Exp(ref a, ref b, shift, lowest);
            Exp(ref c, ref d, shift, lowest);
            if (skip > 0)
            {
                a = WithoutFirst(a, Math.Min(Math.Max(skip - lane, 0), Vector256<double>.Count));
                b = WithoutFirst(b, Math.Min(Math.Max(skip - lane - 8, 0), Vector256<double>.Count));
                c = WithoutFirst(c, Math.Min(Math.Max(skip - lane - 16, 0), Vector256<double>.Count));
                d = WithoutFirst(d, Math.Min(Math.Max(skip - lane - 24, 0), Vector256<double>.Count));
            }

            return (a + b) + (c + d);
        }
    }
}
