namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // The conversions of vectors, by integers: .NET has no vectors of halves. No subnormal float is computed with, which some processors take long for.
    // Rows of at least a vector; the last one overlaps. Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void WidenAll256(ref ushort x, ref float destination, int length, bool isHalf)
        {
            UIntPtr last = (UIntPtr)(length - Vector256<float>.Count);
            for (UIntPtr i = (UIntPtr)0; i < last; i += (UIntPtr)Vector256<float>.Count)
                SingleOf(LoadSigned256(ref x, i), isHalf).StoreUnsafe(ref destination, i);
            SingleOf(LoadSigned256(ref x, last), isHalf).StoreUnsafe(ref destination, last);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void RoundAll256(ref float x, ref ushort destination, int length, bool isHalf)
        {
            UIntPtr last = (UIntPtr)(length - Vector256<float>.Count);
            for (UIntPtr i = (UIntPtr)0; i < last; i += (UIntPtr)Vector256<float>.Count)
                StoreLow(BitsOf(Vector256.LoadUnsafe(ref x, i), isHalf), ref destination, i);
            StoreLow(BitsOf(Vector256.LoadUnsafe(ref x, last), isHalf), ref destination, last);
        }

        /// <summary>The floats that halves, or BFloat16 numbers, are.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> SingleOf(Vector256<int> bits, bool isHalf) => isHalf ? SingleOfHalf(bits) : Vector256.ShiftLeft(bits, 16).AsSingle();

        /// <summary>The halves, or BFloat16 numbers, next to floats, in the lower bits.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<int> BitsOf(Vector256<float> x, bool isHalf) => isHalf ? HalfOfSingle(x) : UpperOfSingle(x);

        /// <summary>The floats that halves are, given as integers with their sign.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> SingleOfHalf(Vector256<int> half)
        {
            // Exponent and fraction in their places, and the exponent with the other bias.
            Vector256<int> moved = Vector256.ShiftLeft(half, 13) & Vector256.Create(0x0FFFE000);
            Vector256<int> normal = moved + Vector256.Create(112 << 23);
            // A subnormal half is a multiple of 2^-24: 2^-14 and the fraction, less 2^-14.
            Vector256<int> subnormal = ((normal + Vector256.Create(1 << 23)).AsSingle() - Vector256.Create(6.103515625e-05f)).AsInt32();
            Vector256<int> finite = Vector256.ConditionalSelect(Vector256.LessThan(moved, Vector256.Create(1 << 23)), subnormal, normal);
            // The largest exponent is that of infinity and NaN.
            Vector256<int> all = Vector256.ConditionalSelect(Vector256.GreaterThan(moved, Vector256.Create(0x0F7FFFFF)), normal + Vector256.Create(112 << 23), finite);
            return (all | (half & Vector256.Create(unchecked((int)0x80000000)))).AsSingle();
        }

        /// <summary>The halves next to floats, in the lower bits.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<int> HalfOfSingle(Vector256<float> x)
        {
            Vector256<int> bits = x.AsInt32();
            Vector256<int> magnitude = bits & Vector256.Create(0x7FFFFFFF);
            // From 65536 on all is infinity, and it rounds to what stands for that.
            Vector256<int> bounded = Vector256.Min(magnitude, Vector256.Create(0x47800000));
            // 2^13 times the power of two below it, or below the least normal half: added to that, a float loses the bits that a half does not have, and its last bits are those of the half.
            Vector256<int> power = Vector256.Max(bounded & Vector256.Create(0x7F800000), Vector256.Create(0x38800000));
            Vector256<int> unit = power + Vector256.Create(13 << 23);
            Vector256<int> fraction = (bounded.AsSingle() + unit.AsSingle()).AsInt32() - unit;
            Vector256<int> half = fraction + Vector256.ShiftRightLogical(power - Vector256.Create(0x38800000), 13);
            half |= Vector256.ShiftRightLogical(bits, 16) & Vector256.Create(0x8000);
            return Vector256.ConditionalSelect(Vector256.GreaterThan(magnitude, Vector256.Create(0x7F800000)), Vector256.Create(0xFE00), half);
        }

        /// <summary>The upper 16 bits of floats, rounded to the nearest.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<int> UpperOfSingle(Vector256<float> x)
        {
            Vector256<int> bits = x.AsInt32();
            Vector256<int> odd = Vector256.ShiftRightLogical(bits, 16) & Vector256.Create(1);
            Vector256<int> rounded = Vector256.ShiftRightLogical(bits + (odd + Vector256.Create(0x7FFF)), 16);
            return Vector256.ConditionalSelect(Vector256.GreaterThan(bits & Vector256.Create(0x7FFFFFFF), Vector256.Create(0x7F800000)), Vector256.Create(0xFFC0), rounded);
        }
    }
}
