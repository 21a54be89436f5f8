namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Numerics;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // What is found in a row of at least a vector by comparisons. Written for 256 bits and float; the other widths, and double, are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>The largest element. Not of a row with NaN, whose terms have no sum.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static float MaxOf256(ref float x, int length)
        {
            unchecked
            {
                int i = Vector256<float>.Count;
                Vector256<float> a = Vector256.LoadUnsafe(ref x), b = Vector256.LoadUnsafe(ref x, (UIntPtr)(length - i)), c = a, d = b;
                for (; i <= length - (4 * Vector256<float>.Count); i += 4 * Vector256<float>.Count)
                {
                    a = Max(a, Vector256.LoadUnsafe(ref x, (UIntPtr)i));
                    b = Max(b, Vector256.LoadUnsafe(ref x, (UIntPtr)(i + Vector256<float>.Count)));
                    c = Max(c, Vector256.LoadUnsafe(ref x, (UIntPtr)(i + (2 * Vector256<float>.Count))));
                    d = Max(d, Vector256.LoadUnsafe(ref x, (UIntPtr)(i + (3 * Vector256<float>.Count))));
                }

                for (; i <= length - Vector256<float>.Count; i += Vector256<float>.Count)
                    a = Max(a, Vector256.LoadUnsafe(ref x, (UIntPtr)i));
                return MaxAcross(Max(Max(a, b), Max(c, d))).ToScalar();
            }
        }

        /// <summary>The first element that is the maximum, how many are, and the largest of the others.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int FirstAndSecond256(ref float x, int length, float max, out int ties, out float second)
        {
            unchecked
            {
                Vector256<float> top = Vector256.Create(max), none = Vector256.Create(float.NegativeInfinity), others = none;
                int first = -1;
                ties = 0;
                for (int i = 0; i < length; i += Vector256<float>.Count)
                {
                    int at = Math.Min(i, length - Vector256<float>.Count);
                    Vector256<float> v = Vector256.LoadUnsafe(ref x, (UIntPtr)at), tie = Ties(v, top);
                    others = Max(others, Vector256.ConditionalSelect(tie, none, v));
                    uint found = (uint)tie.ExtractMostSignificantBits() & (uint.MaxValue << (i - at));
                    if (found != 0)
                    {
                        first = first < 0 ? at + BitOperations.TrailingZeroCount(found) : first;
                        ties += BitOperations.PopCount(found);
                    }
                }

                second = MaxAcross(others).ToScalar();
                return first;
            }
        }

        /// <summary>The first element from one on that is above a number, or the end.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int NextOver256(ref float x, int from, int end, float number)
        {
            unchecked
            {
                for (int i = from; i < end; i += Vector256<float>.Count)
                {
                    int at = Math.Min(i, end - Vector256<float>.Count);
                    uint found = (uint)Vector256.GreaterThan(Vector256.LoadUnsafe(ref x, (UIntPtr)at), Vector256.Create(number)).ExtractMostSignificantBits() & (uint.MaxValue << (i - at));
                    if (found != 0)
                        return at + BitOperations.TrailingZeroCount(found);
                }

                return end;
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

                bool isRight = Vector256.EqualsAll(wrong, Vector256<float>.Zero);
                for (; i < length; i++)
                    isRight &= Unsafe.Add(ref x, i) >= 0 & Unsafe.Add(ref x, i) <= 1;
                return isRight;
            }
        }
    }
}
