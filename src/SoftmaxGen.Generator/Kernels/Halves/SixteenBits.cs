namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.InteropServices;
    using global::System.Runtime.Intrinsics;

    // Half and BFloat16, which not all frameworks have, by their bits, to single precision and back. Both ways are exact functions of the bits, so that all widths agree; a NaN becomes that of .NET.
    internal static partial class SoftmaxKernels
    {
        /// <summary>Halves as floats, which hold all of them.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void WidenHalf<T>(ReadOnlySpan<T> x, Span<float> destination)
            where T : struct => Widen(x, destination, isHalf: true);

        /// <summary>BFloat16 numbers as floats, whose upper bits they are.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void WidenBFloat16<T>(ReadOnlySpan<T> x, Span<float> destination)
            where T : struct => Widen(x, destination, isHalf: false);

        /// <summary>Floats as the nearest halves, of two the even one.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void RoundToHalf<T>(ReadOnlySpan<float> x, Span<T> destination)
            where T : struct => Round(x, destination, isHalf: true);

        /// <summary>Floats as the nearest BFloat16 numbers, of two the even one.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void RoundToBFloat16<T>(ReadOnlySpan<float> x, Span<T> destination)
            where T : struct => Round(x, destination, isHalf: false);

        /// <summary>Whether a region of 16-bit elements and one of floats share any memory.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool OverlapsSingles<T>(ref T source, IntPtr sourceLength, ref float destination, IntPtr destinationLength)
        {
            IntPtr distance = Unsafe.ByteOffset(ref Unsafe.As<T, float>(ref source), ref destination);
            return distance < sourceLength * 2 && -distance < destinationLength * 4;
        }

        // The kind is known where it is called, and inlined.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Widen<T>(ReadOnlySpan<T> x, Span<float> destination, bool isHalf)
            where T : struct
        {
            int length = x.Length;
            ref ushort source = ref Unsafe.As<T, ushort>(ref MemoryMarshal.GetReference(x));
            ref float target = ref MemoryMarshal.GetReference(destination.Slice(0, length));
            if (HasVector512 && length >= 16)
                WidenAll512(ref source, ref target, length, isHalf);
            else if (HasVector256 && length >= 8)
                WidenAll256(ref source, ref target, length, isHalf);
            else if (length >= 4)
                WidenAll128(ref source, ref target, length, isHalf);
            else
            {
                for (int i = 0; i < length; i++)
                    Unsafe.Add(ref target, i) = SingleOf(Vector128.Create((int)unchecked((short)Unsafe.Add(ref source, i))), isHalf).ToScalar();
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Round<T>(ReadOnlySpan<float> x, Span<T> destination, bool isHalf)
            where T : struct
        {
            int length = x.Length;
            ref float source = ref MemoryMarshal.GetReference(x);
            ref ushort target = ref Unsafe.As<T, ushort>(ref MemoryMarshal.GetReference(destination.Slice(0, length)));
            if (HasVector512 && length >= 16)
                RoundAll512(ref source, ref target, length, isHalf);
            else if (HasVector256 && length >= 8)
                RoundAll256(ref source, ref target, length, isHalf);
            else if (length >= 4)
                RoundAll128(ref source, ref target, length, isHalf);
            else
            {
                for (int i = 0; i < length; i++)
                    Unsafe.Add(ref target, i) = unchecked((ushort)BitsOf(Vector128.Create(Unsafe.Add(ref source, i)), isHalf).ToScalar());
            }
        }
    }
}
