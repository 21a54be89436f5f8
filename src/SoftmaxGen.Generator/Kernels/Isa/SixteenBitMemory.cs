namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;
    using global::System.Runtime.Intrinsics.X86;

    // Elements of 16 bits in memory, of 32 bits in vectors.
    internal static partial class SoftmaxKernels
    {
        /// <summary>Consecutive elements, with the sign in all bits above.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<int> LoadSigned512(ref ushort x, UIntPtr offset) => Avx512F.ConvertToVector512Int32(Vector256.LoadUnsafe(ref x, offset).AsInt16());

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<int> LoadSigned256(ref ushort x, UIntPtr offset) => Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref x, offset).AsInt16());

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector128<int> LoadSigned128(ref ushort x, UIntPtr offset) =>
            Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref x, offset)))).AsInt16());

        /// <summary>Stores the lower 16 bits of all lanes; those above are 0.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void StoreLow(Vector512<int> v, ref ushort destination, UIntPtr offset) => Avx512F.ConvertToVector256UInt16(v.AsUInt32()).StoreUnsafe(ref destination, offset);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void StoreLow(Vector256<int> v, ref ushort destination, UIntPtr offset) => Sse41.PackUnsignedSaturate(v.GetLower(), v.GetUpper()).StoreUnsafe(ref destination, offset);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void StoreLow(Vector128<int> v, ref ushort destination, UIntPtr offset)
        {
            Vector128<ushort> low = Sse41.IsSupported ? Sse41.PackUnsignedSaturate(v, v) : Vector128.Narrow(v.AsUInt32(), v.AsUInt32());
            Unsafe.WriteUnaligned(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref destination, offset)), low.AsUInt64().ToScalar());
        }
    }
}
