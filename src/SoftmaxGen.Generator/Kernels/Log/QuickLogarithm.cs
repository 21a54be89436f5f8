namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.InteropServices;
    using global::System.Runtime.Intrinsics;

    // Noise from the Gumbel distribution in single precision. Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>log x for normal numbers x > 0, relative error below 2e-7, also next to 1, where <paramref name="lessOne"/>, x - 1, is what counts.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> LogQuick(Vector256<float> x, Vector256<float> lessOne)
        {
            // x = 2^k (1 + f), from the root of 1/2 to that of 2.
            Vector256<int> root = Vector256.Create(0x3F3504F3), shifted = x.AsInt32() + (Vector256.Create(0x3F800000) - root);
            Vector256<float> k = Vector256.ConvertToSingle(Vector256.ShiftRightArithmetic(shifted, 23) - Vector256.Create(127));
            Vector256<float> f = ((shifted & Vector256.Create(0x7FFFFF)) + root).AsSingle() - Vector256<float>.One;
            f = Vector256.ConditionalSelect(Vector256.Equals(k, Vector256<float>.Zero), lessOne, f);

            // (log(1 + f) - f + f^2 / 2) / f^3, the polynomial of Cephes.
            Vector256<float> s = f * f;
            Vector256<float> first = MultiplyAdd(Vector256.Create(-2.4999993993E-1f), f, Vector256.Create(3.3333331174E-1f));
            Vector256<float> second = MultiplyAdd(Vector256.Create(-1.6668057665E-1f), f, Vector256.Create(2.0000714765E-1f));
            Vector256<float> third = MultiplyAdd(Vector256.Create(-1.2420140846E-1f), f, Vector256.Create(1.4249322787E-1f));
            Vector256<float> fourth = MultiplyAdd(Vector256.Create(-1.1514610310E-1f), f, Vector256.Create(1.1676998740E-1f));
            fourth = MultiplyAdd(Vector256.Create(7.0376836292E-2f), s, fourth);
            Vector256<float> q = MultiplyAdd(MultiplyAdd(MultiplyAdd(fourth, s, third), s, second), s, first);
            Vector256<float> rest = MultiplyAdd(k, Vector256.Create(-2.12194440e-4f), MultiplyAdd(q, f, Vector256.Create(-0.5f)) * s);
            return MultiplyAdd(k, Vector256.Create(0.693359375f), f + rest);
        }

        /// <summary>-log u, more than 0 and finite for every u from 0 to 1.</summary>
        /// <param name="u">The uniform number.</param>
        /// <param name="lessOne">u - 1, less than 0.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> MinusLog256(Vector256<float> u, Vector256<float> lessOne)
        {
            Vector256<float> v = -LogQuick(u, lessOne), small = Vector256.LessThan(u, Vector256.Create(1.17549435E-38f));
            if (small != Vector256<float>.Zero)
            {
                // Of a subnormal number, and of the number that 0 counts as.
                Vector256<float> larger = u * Vector256.Create(18446744073709551616f), ofSmall = Vector256.Create(44.3614195f) - LogQuick(larger, larger - Vector256<float>.One);
                v = Vector256.ConditionalSelect(small, Vector256.ConditionalSelect(Vector256.LessThanOrEqual(u, Vector256<float>.Zero), Vector256.Create(708.396419f), ofSmall), v);
            }

            return v;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> MinusLogAt256(ref float uniforms, int at)
        {
            Vector256<float> u = Vector256.LoadUnsafe(ref uniforms, (UIntPtr)at);
            return MinusLog256(u, Min(u - Vector256<float>.One, Vector256.Create(-5.9604644775390625E-08f)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> MinusLogAt256(ref double uniforms, int at)
        {
            Vector256<double> a = Vector256.LoadUnsafe(ref uniforms, (UIntPtr)at), b = Vector256.LoadUnsafe(ref uniforms, (UIntPtr)(at + Vector256<double>.Count)), one = Vector256<double>.One;
            Vector256<float> u = Vector256.Narrow(a, b), v = MinusLog256(u, Min(Vector256.Narrow(a - one, b - one), Vector256.Create(-1.1102230246251565E-16f)));

            // So small a number is none of single precision: NaN, and the draw is made with the logarithms of Precise.
            return Vector256.ConditionalSelect(Vector256.LessThan(u, Vector256.Create(1.17549435E-38f)), Vector256.Create(float.NaN), v);
        }

        // (x - max) / T of as many elements.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> ScaledFrom256(ref float x, int at, float max, float scale) =>
            (Vector256.LoadUnsafe(ref x, (UIntPtr)at) - Vector256.Create(max)) * Vector256.Create(scale);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> ScaledFrom256(ref double x, int at, double max, double scale)
        {
            Vector256<double> top = Vector256.Create(max), factor = Vector256.Create(scale);
            return Vector256.Narrow((Vector256.LoadUnsafe(ref x, (UIntPtr)at) - top) * factor, (Vector256.LoadUnsafe(ref x, (UIntPtr)(at + Vector256<double>.Count)) - top) * factor);
        }

        /// <summary>The element whose (x - max) / T - log(-log u) is the largest: that whose e^((max - x) / T) (-log u) is the smallest.</summary>
        /// <param name="lead">The next smallest over it, less 1; NaN where there is a NaN.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int LargestKey256(ref float x, ref float uniforms, int length, float max, float scale, out double lead)
        {
            unchecked
            {
                // Of what is further than 100 below the maximum none is the smallest, as no -log u is so large or small. The exponent is counted from 60, so that nothing overflows.
                Vector256<float> sixty = Vector256.Create(60f), shift = Shift(sixty), lowest = Lowest(sixty), reach = Vector256.Create(-100f);
                Vector256<float> none = Vector256.Create(float.NegativeInfinity), best = none, second = none, sum = Vector256<float>.Zero;
                Vector256<int> index = Vector256<int>.Zero, lanes = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(LaneMasks.Indices));
                for (int i = 0; i < length; i += Vector256<float>.Count)
                {
                    // The last vector overlaps the one before; what it has of that does not count.
                    int at = Math.Min(i, length - Vector256<float>.Count);
                    Vector256<float> key = Exp(-Max(reach, ScaledFrom256(ref x, at, max, scale)), shift, lowest) * -MinusLogAt256(ref uniforms, at);
                    sum += key;
                    key = Vector256.ConditionalSelect(WithoutFirst(Vector256<float>.AllBitsSet, i - at), key, none);
                    Vector256<float> isBest = Vector256.GreaterThan(key, best);
                    second = Max(second, Vector256.ConditionalSelect(isBest, best, key));
                    best = Vector256.ConditionalSelect(isBest, key, best);
                    index = Vector256.ConditionalSelect(isBest.AsInt32(), lanes + Vector256.Create(at), index);
                }

                // A lane that is as good as the best one is the second.
                Vector256<float> largest = MaxAcross(best);
                uint found = (uint)Ties(best, largest).ExtractMostSignificantBits();
                int lane = global::System.Numerics.BitOperations.TrailingZeroCount(found);
                best = Vector256.ConditionalSelect(Vector256.Equals(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(LaneMasks.Indices)), Vector256.Create(lane)).AsSingle(), second, best);
                lead = Vector256.EqualsAll(sum, sum) ? ((double)MaxAcross(Max(best, second)).ToScalar() / largest.ToScalar()) - 1.0 : double.NaN;
                return found == 0 ? -1 : index.GetElement(lane);
            }
        }

        /// <inheritdoc cref="LargestKey256(ref float, ref float, int, float, float, out double)"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int LargestKey256(ref double x, ref double uniforms, int length, double max, double scale, out double lead)
        {
            unchecked
            {
                // Of what is further than 100 below the maximum none is the smallest, as no -log u is so large or small. The exponent is counted from 60, so that nothing overflows.
                Vector256<float> sixty = Vector256.Create(60f), shift = Shift(sixty), lowest = Lowest(sixty), reach = Vector256.Create(-100f);
                Vector256<float> none = Vector256.Create(float.NegativeInfinity), best = none, second = none, sum = Vector256<float>.Zero;
                Vector256<int> index = Vector256<int>.Zero, lanes = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(LaneMasks.Indices));
                for (int i = 0; i < length; i += Vector256<float>.Count)
                {
                    // The last vector overlaps the one before; what it has of that does not count.
                    int at = Math.Min(i, length - Vector256<float>.Count);
                    Vector256<float> key = Exp(-Max(reach, ScaledFrom256(ref x, at, max, scale)), shift, lowest) * -MinusLogAt256(ref uniforms, at);
                    sum += key;
                    key = Vector256.ConditionalSelect(WithoutFirst(Vector256<float>.AllBitsSet, i - at), key, none);
                    Vector256<float> isBest = Vector256.GreaterThan(key, best);
                    second = Max(second, Vector256.ConditionalSelect(isBest, best, key));
                    best = Vector256.ConditionalSelect(isBest, key, best);
                    index = Vector256.ConditionalSelect(isBest.AsInt32(), lanes + Vector256.Create(at), index);
                }

                // A lane that is as good as the best one is the second.
                Vector256<float> largest = MaxAcross(best);
                uint found = (uint)Ties(best, largest).ExtractMostSignificantBits();
                int lane = global::System.Numerics.BitOperations.TrailingZeroCount(found);
                best = Vector256.ConditionalSelect(Vector256.Equals(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(LaneMasks.Indices)), Vector256.Create(lane)).AsSingle(), second, best);
                lead = Vector256.EqualsAll(sum, sum) ? ((double)MaxAcross(Max(best, second)).ToScalar() / largest.ToScalar()) - 1.0 : double.NaN;
                return found == 0 ? -1 : index.GetElement(lane);
            }
        }

        /// <summary>Whether all numbers are from 0 to 1.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool AreUniform256(ref float x, int length)
        {
            unchecked
            {
                Vector256<float> wrong = Vector256<float>.Zero;
                int i = 0;
                for (; i <= length - Vector256<float>.Count; i += Vector256<float>.Count)
                {
                    Vector256<float> v = Vector256.LoadUnsafe(ref x, (UIntPtr)i);
                    wrong |= Vector256.OnesComplement(Vector256.GreaterThanOrEqual(v, Vector256<float>.Zero) & Vector256.LessThanOrEqual(v, Vector256<float>.One));
                }

                bool isRight = Vector256.EqualsAll(wrong.AsInt32(), Vector256<int>.Zero);
                for (; i < length; i++)
                    isRight &= Unsafe.Add(ref x, i) >= 0f & Unsafe.Add(ref x, i) <= 1f;
                return isRight;
            }
        }

        /// <inheritdoc cref="AreUniform256(ref float, int)"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool AreUniform256(ref double x, int length)
        {
            unchecked
            {
                Vector256<double> wrong = Vector256<double>.Zero;
                int i = 0;
                for (; i <= length - Vector256<double>.Count; i += Vector256<double>.Count)
                {
                    Vector256<double> v = Vector256.LoadUnsafe(ref x, (UIntPtr)i);
                    wrong |= Vector256.OnesComplement(Vector256.GreaterThanOrEqual(v, Vector256<double>.Zero) & Vector256.LessThanOrEqual(v, Vector256<double>.One));
                }

                bool isRight = Vector256.EqualsAll(wrong.AsInt64(), Vector256<long>.Zero);
                for (; i < length; i++)
                    isRight &= Unsafe.Add(ref x, i) >= 0.0 & Unsafe.Add(ref x, i) <= 1.0;
                return isRight;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> GumbelAt256(ref float uniforms, int at)
        {
            Vector256<float> v = MinusLogAt256(ref uniforms, at);
            return -LogQuick(v, v - Vector256<float>.One);
        }

        /// <summary>x - log(-log u) of at least a vector.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void AddGumbel256(ref float x, ref float uniforms, ref float destination, int length)
        {
            unchecked
            {
                // What overlaps the last whole vector is read before that is written.
                int tail = length - Vector256<float>.Count;
                Vector256<float> last = Vector256.LoadUnsafe(ref x, (UIntPtr)tail) + GumbelAt256(ref uniforms, tail);
                for (int i = 0; i < tail; i += Vector256<float>.Count)
                    (Vector256.LoadUnsafe(ref x, (UIntPtr)i) + GumbelAt256(ref uniforms, i)).StoreUnsafe(ref destination, (UIntPtr)i);
                last.StoreUnsafe(ref destination, (UIntPtr)tail);
            }
        }
    }
}
