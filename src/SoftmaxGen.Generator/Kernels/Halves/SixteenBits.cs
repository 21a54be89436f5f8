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
            where T : struct
        {
            int length = x.Length;
            ref ushort source = ref Unsafe.As<T, ushort>(ref MemoryMarshal.GetReference(x));
            ref float target = ref MemoryMarshal.GetReference(destination.Slice(0, length));
            if (HasVector512 && length >= 16)
                WidenHalf512(ref source, ref target, length);
            else if (HasVector256 && length >= 8)
                WidenHalf256(ref source, ref target, length);
            else if (length >= 4)
                WidenHalf128(ref source, ref target, length);
            else
            {
                for (int i = 0; i < length; i++)
                    Unsafe.Add(ref target, i) = SingleOfHalf(Vector128.Create((int)unchecked((short)Unsafe.Add(ref source, i)))).ToScalar();
            }
        }

        /// <summary>Floats as the nearest halves, of two the even one.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void RoundToHalf<T>(ReadOnlySpan<float> x, Span<T> destination)
            where T : struct
        {
            int length = x.Length;
            ref float source = ref MemoryMarshal.GetReference(x);
            ref ushort target = ref Unsafe.As<T, ushort>(ref MemoryMarshal.GetReference(destination.Slice(0, length)));
            if (HasVector512 && length >= 16)
                RoundToHalf512(ref source, ref target, length);
            else if (HasVector256 && length >= 8)
                RoundToHalf256(ref source, ref target, length);
            else if (length >= 4)
                RoundToHalf128(ref source, ref target, length);
            else
            {
                for (int i = 0; i < length; i++)
                    Unsafe.Add(ref target, i) = unchecked((ushort)HalfOfSingle(Vector128.Create(Unsafe.Add(ref source, i))).ToScalar());
            }
        }

        /// <summary>Whether a region of 16-bit elements and one of floats share any memory.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool OverlapsSingles<T>(ref T source, IntPtr sourceLength, ref float destination, IntPtr destinationLength)
        {
            IntPtr distance = Unsafe.ByteOffset(ref Unsafe.As<T, float>(ref source), ref destination);
            return distance < sourceLength * 2 && -distance < destinationLength * 4;
        }

        /// <summary>BFloat16 numbers as floats, whose upper bits they are.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void WidenBFloat16<T>(ReadOnlySpan<T> x, Span<float> destination)
            where T : struct
        {
            int length = x.Length;
            ref ushort source = ref Unsafe.As<T, ushort>(ref MemoryMarshal.GetReference(x));
            ref float target = ref MemoryMarshal.GetReference(destination.Slice(0, length));
            if (HasVector512 && length >= 16)
                WidenUpper512(ref source, ref target, length);
            else if (HasVector256 && length >= 8)
                WidenUpper256(ref source, ref target, length);
            else if (length >= 4)
                WidenUpper128(ref source, ref target, length);
            else
            {
                for (int i = 0; i < length; i++)
                    Unsafe.Add(ref target, i) = BitConverter.Int32BitsToSingle(unchecked((int)((uint)Unsafe.Add(ref source, i) << 16)));
            }
        }

        /// <summary>Floats as the nearest BFloat16 numbers, of two the even one.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void RoundToBFloat16<T>(ReadOnlySpan<float> x, Span<T> destination)
            where T : struct
        {
            int length = x.Length;
            ref float source = ref MemoryMarshal.GetReference(x);
            ref ushort target = ref Unsafe.As<T, ushort>(ref MemoryMarshal.GetReference(destination.Slice(0, length)));
            if (HasVector512 && length >= 16)
                RoundToUpper512(ref source, ref target, length);
            else if (HasVector256 && length >= 8)
                RoundToUpper256(ref source, ref target, length);
            else if (length >= 4)
                RoundToUpper128(ref source, ref target, length);
            else
            {
                for (int i = 0; i < length; i++)
                    Unsafe.Add(ref target, i) = unchecked((ushort)UpperOfSingle(Vector128.Create(Unsafe.Add(ref source, i))).ToScalar());
            }
        }
    }
}
