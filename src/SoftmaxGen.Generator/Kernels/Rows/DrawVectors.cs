namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.InteropServices;
    using global::System.Runtime.Intrinsics;

    // What draws, and predictions, are made of: a part of a row in double precision, in blocks of eight elements, and its terms. No operation is fused, and sums are those of
    // blocks, one after the other: the same bits on every processor. Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>Copies blocks of a row; the last one, if it is not full, ends at the last element, and what is in the block before it is replaced.</summary>
        /// <param name="start">The first element of the part, at the start of a block.</param>
        /// <param name="end">Where the part ends: at the start of a block, or with the row.</param>
        /// <param name="padding">What stands where there is no element of this block.</param>
        /// <returns>The largest element; NaN where there is a NaN.</returns>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double Spread256(ref float x, int start, int end, ref double blocks, double padding)
        {
            unchecked
            {
                int full = (end - start) & -8, rest = (end - start) & 7;
                Vector256<double> max = Vector256.Create(double.NegativeInfinity), poison = Vector256<double>.Zero;
                for (int i = 0; i < full; i += Vector256<double>.Count)
                {
                    Vector256<double> v = Widen256(ref x, (UIntPtr)(start + i));
                    v.StoreUnsafe(ref blocks, (UIntPtr)i);
                    max = Max(max, v);
                    poison |= Vector256.OnesComplement(Vector256.Equals(v, v));
                }

                if (rest > 0 && end >= 8)
                {
                    for (int i = 0; i < 8; i += Vector256<double>.Count)
                    {
                        Vector256<double> known = WithoutFirst(Vector256<double>.AllBitsSet, Math.Min(Math.Max(8 - rest - i, 0), Vector256<double>.Count));
                        Vector256<double> v = Vector256.ConditionalSelect(known, Widen256(ref x, (UIntPtr)(end - 8 + i)), Vector256.Create(padding));
                        v.StoreUnsafe(ref blocks, (UIntPtr)(full + i));
                        max = Max(max, v);
                        poison |= Vector256.OnesComplement(Vector256.Equals(v, v));
                    }
                }

                double largest = poison == Vector256<double>.Zero ? MaxAcross(max).ToScalar() : double.NaN;
                return end < 8 ? SpreadFew(ref x, end, ref blocks, padding) : largest;
            }
        }

        /// <inheritdoc cref="Spread256(ref float, int, int, ref double, double)"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double Spread256(ref double x, int start, int end, ref double blocks, double padding)
        {
            unchecked
            {
                int full = (end - start) & -8, rest = (end - start) & 7;
                Vector256<double> max = Vector256.Create(double.NegativeInfinity), poison = Vector256<double>.Zero;
                for (int i = 0; i < full; i += Vector256<double>.Count)
                {
                    Vector256<double> v = Vector256.LoadUnsafe(ref x, (UIntPtr)(start + i));
                    v.StoreUnsafe(ref blocks, (UIntPtr)i);
                    max = Max(max, v);
                    poison |= Vector256.OnesComplement(Vector256.Equals(v, v));
                }

                if (rest > 0 && end >= 8)
                {
                    for (int i = 0; i < 8; i += Vector256<double>.Count)
                    {
                        Vector256<double> known = WithoutFirst(Vector256<double>.AllBitsSet, Math.Min(Math.Max(8 - rest - i, 0), Vector256<double>.Count));
                        Vector256<double> v = Vector256.ConditionalSelect(known, Vector256.LoadUnsafe(ref x, (UIntPtr)(end - 8 + i)), Vector256.Create(padding));
                        v.StoreUnsafe(ref blocks, (UIntPtr)(full + i));
                        max = Max(max, v);
                        poison |= Vector256.OnesComplement(Vector256.Equals(v, v));
                    }
                }

                double largest = poison == Vector256<double>.Zero ? MaxAcross(max).ToScalar() : double.NaN;
                return end < 8 ? SpreadFew(ref x, end, ref blocks, padding) : largest;
            }
        }

        /// <summary>Replaces elements by the terms e^((x - max) / T), up to a common factor, with a relative error below 1.5e-12; those of elements further than <see cref="FarBelow"/> below are 0.</summary>
        /// <param name="sums">Receives the sum of all terms up to the end of each block.</param>
        /// <param name="total">The sum of what is before.</param>
        /// <returns>The sum of all.</returns>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double DrawTerms256(ref double blocks, ref double sums, int count, double max, double temperature, double total)
        {
            unchecked
            {
                Vector256<double> top = Vector256.Create(max), divisor = Vector256.Create(temperature), far = Vector256.Create(-FarBelow);
                bool isTempered = temperature != 1.0;
                for (int block = 0; block < count; block++)
                {
                    ref double first = ref Unsafe.Add(ref blocks, 8 * block);
                    for (int i = 0; i < 8; i += Vector256<double>.Count)
                    {
                        Vector256<double> y = Vector256.LoadUnsafe(ref first, (UIntPtr)i) - top;
                        if (isTempered)
                            y /= divisor;
                        Without(ExpPrecise(y), Vector256.LessThan(y, far)).StoreUnsafe(ref first, (UIntPtr)i);
                    }

                    total += SumOfBlock256(ref first);
                    Unsafe.Add(ref sums, block) = total;
                }

                return total;
            }
        }

        /// <summary>Replaces elements by (x - max) / T - log(-log u).</summary>
        /// <param name="most">What an u of 1 counts as: the number below it.</param>
        /// <returns>The largest result.</returns>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double GumbelKeys256(ref double blocks, ref double uniforms, int count, double max, double temperature, double most)
        {
            unchecked
            {
                Vector256<double> top = Vector256.Create(max), divisor = Vector256.Create(temperature), largest = Vector256.Create(double.NegativeInfinity);
                for (int i = 0; i < 8 * count; i += Vector256<double>.Count)
                {
                    Vector256<double> key = ((Vector256.LoadUnsafe(ref blocks, (UIntPtr)i) - top) / divisor) + Gumbel(Vector256.LoadUnsafe(ref uniforms, (UIntPtr)i), Vector256.Create(most));
                    key.StoreUnsafe(ref blocks, (UIntPtr)i);
                    largest = Max(largest, key);
                }

                return MaxAcross(largest).ToScalar();
            }
        }

        /// <summary>-log(-log u), a draw from the standard Gumbel distribution: finite for every u from 0 to 1.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Gumbel(Vector256<double> u, Vector256<double> most) =>
            -LogPlain(-LogPlain(Max(Vector256.Create(LeastUniform), -Max(-u, -most))));

        /// <summary>The first element that is a number, or -1.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int IndexIn256(ref double blocks, int count, double number)
        {
            unchecked
            {
                for (int i = 0; i < 8 * count; i += Vector256<double>.Count)
                {
                    uint found = (uint)Vector256.Equals(Vector256.LoadUnsafe(ref blocks, (UIntPtr)i), Vector256.Create(number)).ExtractMostSignificantBits();
                    if (found != 0)
                        return i + global::System.Numerics.BitOperations.TrailingZeroCount(found);
                }

                return -1;
            }
        }

        /// <summary>The largest element but for those that are the maximum, and how many are that.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double Second256(ref double blocks, int count, double max, ref int ties)
        {
            unchecked
            {
                Vector256<double> top = Vector256.Create(max), second = Vector256.Create(double.NegativeInfinity);
                for (int i = 0; i < 8 * count; i += Vector256<double>.Count)
                {
                    Vector256<double> x = Vector256.LoadUnsafe(ref blocks, (UIntPtr)i), tie = Ties(x, top);
                    second = Max(second, Vector256.ConditionalSelect(tie, second, x));
                    ties += Count(tie);
                }

                return MaxAcross(second).ToScalar();
            }
        }

        /// <summary>Adds the terms e^(x - max) of blocks to a total, and what that is rounded by to <paramref name="lost"/>; replaces the elements by their terms.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double TopTerms256(ref double blocks, int count, double max, double total, ref double lost)
        {
            unchecked
            {
                Vector256<double> top = Vector256.Create(max);
                for (int block = 0; block < count; block++)
                {
                    ref double first = ref Unsafe.Add(ref blocks, 8 * block);
                    for (int i = 0; i < 8; i += Vector256<double>.Count)
                        TermFrom(Vector256.LoadUnsafe(ref first, (UIntPtr)i), top).StoreUnsafe(ref first, (UIntPtr)i);
                    double part = SumOfBlock256(ref first), sum = total + part, added = sum - total;
                    lost += (total - (sum - added)) + (part - added);
                    total = sum;
                }

                return total;
            }
        }

        /// <summary>The first element from one on that is above a number, or the end.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int NextAbove256(ref double blocks, int from, int end, double number)
        {
            unchecked
            {
                for (int i = from & -Vector256<double>.Count; i < end; i += Vector256<double>.Count)
                {
                    uint found = (uint)Vector256.GreaterThan(Vector256.LoadUnsafe(ref blocks, (UIntPtr)i), Vector256.Create(number)).ExtractMostSignificantBits();
                    if (i < from)
                        found &= uint.MaxValue << (from - i);
                    if (found != 0)
                        return i + global::System.Numerics.BitOperations.TrailingZeroCount(found);
                }

                return end;
            }
        }
    }
}
