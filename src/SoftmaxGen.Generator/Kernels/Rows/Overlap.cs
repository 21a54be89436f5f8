namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;

    internal static partial class SoftmaxKernels
    {
        /// <summary>Whether two different regions of memory share some but not the same elements: neither equal nor disjoint.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool OverlapsPartly<T>(ref T source, IntPtr sourceLength, ref T destination, IntPtr destinationLength)
        {
            IntPtr distance = Unsafe.ByteOffset(ref source, ref destination);
            return distance != 0 && distance < sourceLength * Unsafe.SizeOf<T>() && -distance < destinationLength * Unsafe.SizeOf<T>();
        }

        /// <summary>Whether two regions of memory share any element.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool Overlaps<T>(ref T source, IntPtr sourceLength, ref T destination, IntPtr destinationLength)
        {
            IntPtr distance = Unsafe.ByteOffset(ref source, ref destination);
            return distance < sourceLength * Unsafe.SizeOf<T>() && -distance < destinationLength * Unsafe.SizeOf<T>();
        }
    }
}
