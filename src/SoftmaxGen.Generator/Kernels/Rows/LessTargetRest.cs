namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // Less than a vector, at the end of what LessTarget does.
    internal static partial class SoftmaxKernels
    {
        /// <summary>(p - g) times a weight, in the place of p.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void LessTargetRest(ref float p, ref float g, float weight, int length)
        {
            unchecked
            {
                int i = 0;
                for (; i <= length - 4; i += 4)
                    ((Vector128.LoadUnsafe(ref p, (UIntPtr)i) - Vector128.LoadUnsafe(ref g, (UIntPtr)i)) * Vector128.Create(weight)).StoreUnsafe(ref p, (UIntPtr)i);
                for (; i < length; i++)
                    Unsafe.Add(ref p, i) = (Unsafe.Add(ref p, i) - Unsafe.Add(ref g, i)) * weight;
            }
        }

        /// <inheritdoc cref="LessTargetRest(ref float, ref float, float, int)"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void LessTargetRest(ref double p, ref double g, double weight, int length)
        {
            unchecked
            {
                int i = 0;
                for (; i <= length - 2; i += 2)
                    ((Vector128.LoadUnsafe(ref p, (UIntPtr)i) - Vector128.LoadUnsafe(ref g, (UIntPtr)i)) * Vector128.Create(weight)).StoreUnsafe(ref p, (UIntPtr)i);
                for (; i < length; i++)
                    Unsafe.Add(ref p, i) = (Unsafe.Add(ref p, i) - Unsafe.Add(ref g, i)) * weight;
            }
        }
    }
}
