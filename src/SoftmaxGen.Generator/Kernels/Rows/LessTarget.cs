namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // What a target distribution makes of probabilities: each element by itself, so that the bits are those of any vector width.
    // Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>(p - g) times a weight, in the place of p.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void LessTarget256(ref float p, ref float g, float weight, int length)
        {
            unchecked
            {
                Vector256<float> weights = Vector256.Create(weight);
                int whole = length - (length % Vector256<float>.Count);
                for (int i = 0; i < whole; i += Vector256<float>.Count)
                    ((Vector256.LoadUnsafe(ref p, (UIntPtr)i) - Vector256.LoadUnsafe(ref g, (UIntPtr)i)) * weights).StoreUnsafe(ref p, (UIntPtr)i);
                if (whole < length)
                    LessTargetRest(ref Unsafe.Add(ref p, whole), ref Unsafe.Add(ref g, whole), weight, length - whole);
            }
        }

        /// <inheritdoc cref="LessTarget256(ref float, ref float, float, int)"/>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void LessTarget256(ref double p, ref double g, double weight, int length)
        {
            unchecked
            {
                Vector256<double> weights = Vector256.Create(weight);
                int whole = length - (length % Vector256<double>.Count);
                for (int i = 0; i < whole; i += Vector256<double>.Count)
                    ((Vector256.LoadUnsafe(ref p, (UIntPtr)i) - Vector256.LoadUnsafe(ref g, (UIntPtr)i)) * weights).StoreUnsafe(ref p, (UIntPtr)i);
                if (whole < length)
                    LessTargetRest(ref Unsafe.Add(ref p, whole), ref Unsafe.Add(ref g, whole), weight, length - whole);
            }
        }

        /// <summary>p less a number, in its place.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void LessEven256(ref float p, float even, int length)
        {
            unchecked
            {
                int i = 0;
                for (; i <= length - Vector256<float>.Count; i += Vector256<float>.Count)
                    (Vector256.LoadUnsafe(ref p, (UIntPtr)i) - Vector256.Create(even)).StoreUnsafe(ref p, (UIntPtr)i);
                for (; i < length; i++)
                    Unsafe.Add(ref p, i) -= even;
            }
        }

        /// <summary>p less a number, in its place.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void LessEven256(ref double p, double even, int length)
        {
            unchecked
            {
                int i = 0;
                for (; i <= length - Vector256<double>.Count; i += Vector256<double>.Count)
                    (Vector256.LoadUnsafe(ref p, (UIntPtr)i) - Vector256.Create(even)).StoreUnsafe(ref p, (UIntPtr)i);
                for (; i < length; i++)
                    Unsafe.Add(ref p, i) -= even;
            }
        }
    }
}
