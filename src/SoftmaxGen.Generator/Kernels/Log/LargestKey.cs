namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.InteropServices;
    using global::System.Runtime.Intrinsics;

    // Draws by Gumbel-max, in single precision (Single) whatever the elements are. Written for 256 bits and float; the other widths, and double, are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>The element whose (x - max) / T - log(-log u) is the largest: that whose e^((max - x) / T) (-log u) is the smallest.</summary>
        /// <param name="lead">The next smallest over it, less 1; NaN where there is a NaN.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int LargestKey256(ref float x, ref float uniforms, int length, float max, float scale, out double lead)
        {
            unchecked
            {
                // Of what is further than 100 below the maximum none is the smallest, as no -log u is so large or small. The exponent is counted from 60, so that nothing overflows.
                Vector256<Single> sixty = Vector256.Create(60f), shift = Shift(sixty), lowest = Lowest(sixty), reach = Vector256.Create(-100f);
                Vector256<Single> none = Vector256.Create(Single.NegativeInfinity), best = none, second = none, sum = Vector256<Single>.Zero;
                Vector256<int> index = Vector256<int>.Zero, lanes = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(LaneMasks.Indices));
                for (int i = 0; i < length; i += Vector256<Single>.Count)
                {
                    // The last vector overlaps the one before; what it has of that does not count.
                    int at = Math.Min(i, length - Vector256<Single>.Count);
                    Vector256<Single> key = Exp(-Max(reach, ScaledFrom256(ref x, at, max, scale)), shift, lowest) * -MinusLogAt256(ref uniforms, at);
                    sum += key;
                    key = Vector256.ConditionalSelect(WithoutFirst(Vector256<Single>.AllBitsSet, i - at), key, none);
                    Vector256<Single> isBest = Vector256.GreaterThan(key, best);
                    second = Max(second, Vector256.ConditionalSelect(isBest, best, key));
                    best = Vector256.ConditionalSelect(isBest, key, best);
                    index = Vector256.ConditionalSelect(isBest.AsInt32(), lanes + Vector256.Create(at), index);
                }

                // A lane that is as good as the best one is the second.
                Vector256<Single> largest = MaxAcross(best);
                uint found = (uint)Ties(best, largest).ExtractMostSignificantBits();
                int lane = global::System.Numerics.BitOperations.TrailingZeroCount(found);
                best = Vector256.ConditionalSelect(Vector256.Equals(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(LaneMasks.Indices)), Vector256.Create(lane)).AsSingle(), second, best);
                lead = Vector256.EqualsAll(sum, sum) ? ((double)MaxAcross(Max(best, second)).ToScalar() / largest.ToScalar()) - 1.0 : double.NaN;
                return found == 0 ? -1 : index.GetElement(lane);
            }
        }
    }
}
