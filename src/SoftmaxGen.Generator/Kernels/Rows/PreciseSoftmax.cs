namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // The softmax of SoftmaxAccuracy.Precise for rows of floats that are longer than registers hold.
    // Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>The softmax of x times <paramref name="inverse"/>, rounded as that of plain arithmetic.</summary>
        /// <param name="x">At least four vectors of doubles.</param>
        /// <param name="inverse">1, or one over the temperature.</param>
        /// <param name="destination">The row itself, or apart from it.</param>
        /// <param name="length">The number of elements.</param>
        /// <param name="memory">Room for terms, and 64 bytes to align them.</param>
        /// <param name="room">The number of terms that there is room for. Those before the last so many are computed twice.</param>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void SoftmaxPrecise256(ref float x, double inverse, ref float destination, int length, ref double memory, int room)
        {
            unchecked
            {
                int lanes = Vector256<double>.Count, four = 4 * lanes;
                UIntPtr end = (UIntPtr)(length / four * four), last = (UIntPtr)(length - four);

                // 1. The maximum and the minimum. Two vectors of floats at a time are the four of doubles of all other loops.
                Vector256<float> large = Vector256.LoadUnsafe(ref x, last), small = large, larger = Vector256.LoadUnsafe(ref x, last + (UIntPtr)(2 * lanes)), smaller = larger;
                for (UIntPtr i = 0; i < end; i += (UIntPtr)four)
                {
                    Vector256<float> first = Vector256.LoadUnsafe(ref x, i), second = Vector256.LoadUnsafe(ref x, i + (UIntPtr)(2 * lanes));
                    large = Max(large, first);
                    larger = Max(larger, second);
                    small = Min(small, first);
                    smaller = Min(smaller, second);
                }

                double max = MaxAcross(Max(large, larger)).ToScalar(), min = -MaxAcross(-Min(small, smaller)).ToScalar();
                if (!Double.IsFinite(max))
                {
                    SubtractMax(ref x, ref destination, length);
                    return;
                }

                // 2. The terms and their sum, whose rounding errors are kept from chunk to chunk.
                Exponents256 exponents = new Exponents256(max, inverse, isFar: !((min - max) * inverse > RoundingMargin.Near));
                ref double terms = ref Aligned(ref memory);
                UIntPtr kept = length > room ? (UIntPtr)((length - room + four - 1) / four * four) : 0;
                Vector256<double> total = Vector256<double>.Zero, lost = total, sumA = total, sumB = total, sumC = total, sumD = total;
                int added = 0;
                for (UIntPtr i = 0; ; i += (UIntPtr)four)
                {
                    // The last four vectors overlap those before.
                    int known = 0;
                    if (i > last)
                    {
                        known = (int)(i - last);
                        i = last;
                    }

                    exponents.Terms(ref x, i, out Vector256<double> eA, out Vector256<double> eB);
                    exponents.Terms(ref x, i + (UIntPtr)(2 * lanes), out Vector256<double> eC, out Vector256<double> eD);
                    if (i >= kept)
                    {
                        ref double e = ref Unsafe.Add(ref terms, i - kept);
                        eA.StoreUnsafe(ref e);
                        eB.StoreUnsafe(ref e, (UIntPtr)lanes);
                        eC.StoreUnsafe(ref e, (UIntPtr)(2 * lanes));
                        eD.StoreUnsafe(ref e, (UIntPtr)(3 * lanes));
                    }

                    if (known > 0)
                    {
                        eA = Without(eA, known, 0);
                        eB = Without(eB, known, 1);
                        eC = Without(eC, known, 2);
                        eD = Without(eD, known, 3);
                    }

                    sumA += eA;
                    sumB += eB;
                    sumC += eC;
                    sumD += eD;
                    if (++added < 16 && i < last)
                        continue;
                    Vector256<double> part = (sumA + sumB) + (sumC + sumD), sum = total + part;
                    lost += Lost(total, part, sum);
                    total = sum;
                    if (i == last)
                        break;
                    sumA = sumB = sumC = sumD = Vector256<double>.Zero;
                    added = 0;
                }

                Vector256<double> scale = Vector256<double>.One / (SumAcross(total) + SumAcross(lost));

                // 3. The terms over their sum. A row in place is needed whole as long as a quotient may be undecided, and is written thereafter.
                bool writes = !Unsafe.AreSame(ref x, ref destination);
                if (!Quotients(ref x, exponents, ref terms, kept, scale, ref destination, length, writes))
                    SoftmaxPlain(ref x, inverse, ref destination, length);
                else if (!writes)
                    Quotients(ref x, exponents, ref terms, kept, scale, ref destination, length, writes: true);
            }
        }

        /// <summary>Whether the quotients are decided; writes them if asked to.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static bool Quotients(ref float x, Exponents256 exponents, ref double terms, UIntPtr kept, Vector256<double> scale, ref float destination, int length, bool writes)
        {
            unchecked
            {
                int lanes = Vector256<double>.Count, four = 4 * lanes;
                UIntPtr last = (UIntPtr)(length - four);
                Vector256<uint> distance = Vector256<uint>.AllBitsSet;
                for (UIntPtr i = 0; ; i += (UIntPtr)four)
                {
                    // The last four vectors overlap those before. Their terms are always kept.
                    if (i > last)
                        i = last;
                    Vector256<double> qA, qB, qC, qD;
                    if (i >= kept)
                    {
                        ref double e = ref Unsafe.Add(ref terms, i - kept);
                        qA = Vector256.LoadUnsafe(ref e);
                        qB = Vector256.LoadUnsafe(ref e, (UIntPtr)lanes);
                        qC = Vector256.LoadUnsafe(ref e, (UIntPtr)(2 * lanes));
                        qD = Vector256.LoadUnsafe(ref e, (UIntPtr)(3 * lanes));
                    }
                    else
                    {
                        exponents.Terms(ref x, i, out qA, out qB);
                        exponents.Terms(ref x, i + (UIntPtr)(2 * lanes), out qC, out qD);
                    }

                    qA *= scale;
                    qB *= scale;
                    qC *= scale;
                    qD *= scale;
                    if (writes)
                    {
                        Narrow(qA, ref destination, i);
                        Narrow(qB, ref destination, i + (UIntPtr)lanes);
                        Narrow(qC, ref destination, i + (UIntPtr)(2 * lanes));
                        Narrow(qD, ref destination, i + (UIntPtr)(3 * lanes));
                    }

                    if (exponents.IsFar)
                    {
                        qA = Lifted(qA);
                        qB = Lifted(qB);
                        qC = Lifted(qC);
                        qD = Lifted(qD);
                    }

                    distance = Min(distance, Min(Distance(qA, qB), Distance(qC, qD)));
                    if (i == last)
                        return AreDecided(distance);
                }
            }
        }

        // Vector k of four, the first elements of which are known from the four before.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<double> Without(Vector256<double> v, int known, int k) =>
            WithoutFirst(v, Math.Min(Math.Max(known - (k * Vector256<double>.Count), 0), Vector256<double>.Count));

        /// <summary>How elements become terms.</summary>
        private readonly struct Exponents256
        {
            private readonly Vector256<double> max, inverse;
            private readonly bool isTempered;

            /// <summary>Whether there are exponents so low that they are raised, or that quotients may be below the normal floats.</summary>
            public readonly bool IsFar;

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public Exponents256(double max, double inverse, bool isFar)
            {
                this.max = Vector256.Create(max);
                this.inverse = Vector256.Create(inverse);
                isTempered = inverse != 1.0;
                IsFar = isFar;
            }

            /// <summary>The terms of two vectors, in step.</summary>
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public void Terms(ref float x, UIntPtr offset, out Vector256<double> a, out Vector256<double> b)
            {
                a = Exponent(ref x, offset);
                b = Exponent(ref x, offset + (UIntPtr)Vector256<double>.Count);
                ExpNear(ref a, ref b);
            }

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            private Vector256<double> Exponent(ref float x, UIntPtr offset)
            {
                Vector256<double> y = Widen256(ref x, offset) - max;
                if (isTempered)
                    y *= inverse;
                return IsFar ? Max(Vector256.Create(-DoubleConstants.PlainReach), y) : y;
            }
        }
    }
}
