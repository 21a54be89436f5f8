namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.InteropServices;
    using global::System.Runtime.Intrinsics;

    // Choosing lanes of a vector: those that a tail shares with the vector before it, the label, ties with the maximum.
    // Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>The vector with its first <paramref name="count"/> lanes set to 0.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> WithoutFirst(Vector256<float> v, int count) =>
            v & Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(LaneMasks.Rows), (UIntPtr)(16 - count)).AsSingle();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> WithoutFirst(Vector256<double> v, int count) =>
            v & Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(LaneMasks.Rows), (UIntPtr)(16 - (2 * count))).AsDouble();

        /// <summary>The vector with all lanes but its first <paramref name="count"/> set to 0.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> OnlyFirst(Vector256<float> v, int count) =>
            Vector256.AndNot(v, Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(LaneMasks.Rows), (UIntPtr)(16 - count)).AsSingle());

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> OnlyFirst(Vector256<double> v, int count) =>
            Vector256.AndNot(v, Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(LaneMasks.Rows), (UIntPtr)(16 - (2 * count))).AsDouble());

        /// <summary>The vector with the lanes of the mask set to 0.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Without(Vector256<float> v, Vector256<float> mask) => Vector256.AndNot(v, mask);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Without(Vector256<double> v, Vector256<double> mask) => Vector256.AndNot(v, mask);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Reciprocal(Vector256<float> v) => Vector256<float>.One / v;

        /// <summary>1 / v, the sum of the terms of a long row, so that the largest term times it is 1 where that is the sum.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Reciprocal256(double v) => Vector256.Create((float)((1.0 + SingleConstants.Excess) / v));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Reciprocal(Vector256<double> v) => Vector256<double>.One / v;

        /// <summary>The terms in whole units of 2^-48 of the largest, so that a few of them are added without rounding.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> High(Vector256<double> term) => (term + Vector256.Create(DoubleConstants.Coarse)) - Vector256.Create(DoubleConstants.Coarse);

        /// <summary>1 / (high + low) less <paramref name="reciprocal"/>, which is 1 / high.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> ReciprocalRest(Vector256<double> high, Vector256<double> low, Vector256<double> reciprocal) =>
            MultiplyAdd(-low, reciprocal, MultiplyAdd(-high, reciprocal, Vector256<double>.One)) * reciprocal;

        /// <summary>What the addition a + b = sum has lost to rounding, exactly.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Lost(Vector256<float> a, Vector256<float> b, Vector256<float> sum)
        {
            Vector256<float> part = sum - a;
            return (a - (sum - part)) + (b - part);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Lost(Vector256<double> a, Vector256<double> b, Vector256<double> sum)
        {
            Vector256<double> part = sum - a;
            return (a - (sum - part)) + (b - part);
        }

        /// <summary>All bits set in the lanes where x is the maximum.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Ties(Vector256<float> x, Vector256<float> max) => Vector256.Equals(x, max);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Ties(Vector256<double> x, Vector256<double> max) => Vector256.Equals(x, max);

        /// <summary>How many lanes of all accumulated ties were set: each has subtracted 1.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int Count(Vector256<int> ties) => -Vector256.Sum(ties);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int Count(Vector256<long> ties) => (int)-Vector256.Sum(ties);

        /// <summary>How many lanes of a mask are set.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int Count(Vector256<float> mask) => global::System.Numerics.BitOperations.PopCount(mask.ExtractMostSignificantBits());

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int Count(Vector256<double> mask) => global::System.Numerics.BitOperations.PopCount(mask.ExtractMostSignificantBits());

        /// <summary>The vector with 0 in the lane, if there is one, of the label; <paramref name="first"/> is the index of its first element.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> WithoutLabel(Vector256<float> v, int first, Vector256<int> label) =>
            Vector256.ConditionalSelect(Vector256.Equals(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(LaneMasks.Indices)), label - Vector256.Create(first)).AsSingle(), Vector256<float>.Zero, v);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> WithoutLabel(Vector256<double> v, int first, Vector256<long> label) =>
            Vector256.ConditionalSelect(Vector256.Equals(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(LaneMasks.WideIndices)), label - Vector256.Create((long)first)).AsDouble(), Vector256<double>.Zero, v);
    }
}
