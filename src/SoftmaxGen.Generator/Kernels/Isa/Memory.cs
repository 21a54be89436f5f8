namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;
    using global::System.Runtime.Intrinsics.Arm;
    using global::System.Runtime.Intrinsics.X86;

    // Loads and stores that are not plain vectors: rows shorter than a vector, and single-precision data computed in double.
    internal static partial class SoftmaxKernels
    {
        /// <summary>The one element of a row in every lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> LoadRow1(ref float x) => Vector128.Create(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> LoadRow1(ref double x) => Vector128.Create(x);

        /// <summary>The two elements of a row, twice.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> LoadRow2(ref float x) => Vector128.Create(ReadPair(ref x)).AsSingle();

        /// <summary>The three elements of a row, the last one twice.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> LoadRow3(ref float x)
        {
            Vector128<float> last = Vector128.Create(Unsafe.Add(ref x, 2));
            return ZipLow(Vector128.CreateScalarUnsafe(ReadPair(ref x)), last.AsDouble()).AsSingle();
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void StoreRow1(Vector128<float> v, ref float destination) => destination = v.ToScalar();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void StoreRow1(Vector128<double> v, ref double destination) => destination = v.ToScalar();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void StoreRow2(Vector128<float> v, ref float destination) => WritePair(ref destination, v.AsDouble().ToScalar());

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void StoreRow3(Vector128<float> v, ref float destination)
        {
            WritePair(ref destination, v.AsDouble().ToScalar());
            Unsafe.Add(ref destination, 2) = v.GetElement(2);
        }

        /// <summary>The one element of a row in double precision, in every lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> WidenRow1(ref float x) => Vector128.Create((double)x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void NarrowRow1(Vector128<double> v, ref float destination) => destination = (float)v.ToScalar();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Widen512(Vector256<float> v) => Avx512F.ConvertToVector512Double(v);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Widen256(Vector128<float> v) => Avx.ConvertToVector256Double(v);

        /// <summary>Consecutive elements in double precision.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Widen512(ref float x, UIntPtr offset) => Avx512F.ConvertToVector512Double(Vector256.LoadUnsafe(ref x, offset));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Widen256(ref float x, UIntPtr offset) => Avx.ConvertToVector256Double(Vector128.LoadUnsafe(ref x, offset));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> Widen128(ref float x, UIntPtr offset)
        {
            return WidenLower(Vector128.CreateScalarUnsafe(ReadPair(ref Unsafe.Add(ref x, offset))).AsSingle());
        }

        // The halves of a vector in double precision.

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> WidenLower(Vector512<float> v) => Avx512F.ConvertToVector512Double(v.GetLower());

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> WidenUpper(Vector512<float> v) => Avx512F.ConvertToVector512Double(v.GetUpper());

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> WidenLower(Vector256<float> v) => Avx.ConvertToVector256Double(v.GetLower());

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> WidenUpper(Vector256<float> v) => Avx.ConvertToVector256Double(v.GetUpper());

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> WidenLower(Vector128<float> v) =>
            Sse2.IsSupported ? Sse2.ConvertToVector128Double(v)
            : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ConvertToDouble(v.GetLower())
            : Vector128.Create((double)v.GetElement(0), (double)v.GetElement(1));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> WidenUpper(Vector128<float> v) =>
            Sse.IsSupported ? WidenLower(Sse.MoveHighToLow(v, v))
            : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ConvertToDoubleUpper(v)
            : Vector128.Create((double)v.GetElement(2), (double)v.GetElement(3));

        /// <summary>Rounds to single precision and stores.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Narrow(Vector512<double> v, ref float destination, UIntPtr offset) =>
            Avx512F.ConvertToVector256Single(v).StoreUnsafe(ref destination, offset);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Narrow(Vector256<double> v, ref float destination, UIntPtr offset) =>
            Avx.ConvertToVector128Single(v).StoreUnsafe(ref destination, offset);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Narrow(Vector128<double> v, ref float destination, UIntPtr offset)
        {
            Vector128<float> pair = Sse2.IsSupported ? Sse2.ConvertToVector128Single(v)
                : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ConvertToSingleLower(v).ToVector128Unsafe()
                : Vector128.Create((float)v.GetElement(0), (float)v.GetElement(1), 0f, 0f);
            WritePair(ref Unsafe.Add(ref destination, offset), pair.AsDouble().ToScalar());
        }

        /// <summary>The lower 32 bits of all lanes, in whatever order is the fastest.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<uint> LowHalves(Vector512<double> a, Vector512<double> b) => Avx512F.Shuffle(a.AsSingle(), b.AsSingle(), 0b10_00_10_00).AsUInt32();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<uint> LowHalves(Vector256<double> a, Vector256<double> b) => Avx.Shuffle(a.AsSingle(), b.AsSingle(), 0b10_00_10_00).AsUInt32();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<uint> LowHalves(Vector128<double> a, Vector128<double> b) =>
            Sse.IsSupported ? Sse.Shuffle(a.AsSingle(), b.AsSingle(), 0b10_00_10_00).AsUInt32()
            : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.UnzipEven(a.AsUInt32(), b.AsUInt32())
            : Vector128.Create((uint)a.AsUInt64().GetElement(0), (uint)a.AsUInt64().GetElement(1), (uint)b.AsUInt64().GetElement(0), (uint)b.AsUInt64().GetElement(1));

        /// <summary>The first place in memory on the stack, which does not move, where a vector of 64 bytes stands in one cache line.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ref double Aligned(ref double memory) =>
            ref Unsafe.AddByteOffset(ref memory, unchecked((IntPtr)(-(long)Unsafe.ByteOffset(ref Unsafe.NullRef<double>(), ref memory) & 63)));

        // Two floats as one 64-bit move; the bits are not looked at.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static double ReadPair(ref float x) => Unsafe.ReadUnaligned<double>(ref Unsafe.As<float, byte>(ref x));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void WritePair(ref float destination, double pair) =>
            Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref destination), pair);
    }
}
