namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // Vectors whose 128-bit parts come from, and go to, rows at a distance.
    internal static partial class SoftmaxKernels
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Gather512(ref float x, int offset, int distance) => Gather256(ref x, offset, distance).ToVector512Unsafe().WithUpper(Gather256(ref x, offset + (2 * distance), distance));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Gather512(ref double x, int offset, int distance) => Gather256(ref x, offset, distance).ToVector512Unsafe().WithUpper(Gather256(ref x, offset + (2 * distance), distance));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Gather256(ref float x, int offset, int distance) => Vector256.Create(Gather128(ref x, offset, distance), Gather128(ref x, offset + distance, distance));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Gather256(ref double x, int offset, int distance) => Vector256.Create(Gather128(ref x, offset, distance), Gather128(ref x, offset + distance, distance));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> Gather128(ref float x, int offset, int distance) => Vector128.LoadUnsafe(ref x, (UIntPtr)offset);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> Gather128(ref double x, int offset, int distance) => Vector128.LoadUnsafe(ref x, (UIntPtr)offset);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Scatter(Vector512<float> v, ref float destination, int offset, int distance)
        {
            v.GetLower().GetLower().StoreUnsafe(ref destination, (UIntPtr)offset);
            v.GetLower().GetUpper().StoreUnsafe(ref destination, (UIntPtr)(offset + distance));
            v.GetUpper().GetLower().StoreUnsafe(ref destination, (UIntPtr)(offset + (2 * distance)));
            v.GetUpper().GetUpper().StoreUnsafe(ref destination, (UIntPtr)(offset + (3 * distance)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Scatter(Vector512<double> v, ref double destination, int offset, int distance)
        {
            v.GetLower().GetLower().StoreUnsafe(ref destination, (UIntPtr)offset);
            v.GetLower().GetUpper().StoreUnsafe(ref destination, (UIntPtr)(offset + distance));
            v.GetUpper().GetLower().StoreUnsafe(ref destination, (UIntPtr)(offset + (2 * distance)));
            v.GetUpper().GetUpper().StoreUnsafe(ref destination, (UIntPtr)(offset + (3 * distance)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Scatter(Vector256<float> v, ref float destination, int offset, int distance)
        {
            v.GetLower().StoreUnsafe(ref destination, (UIntPtr)offset);
            v.GetUpper().StoreUnsafe(ref destination, (UIntPtr)(offset + distance));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Scatter(Vector256<double> v, ref double destination, int offset, int distance)
        {
            v.GetLower().StoreUnsafe(ref destination, (UIntPtr)offset);
            v.GetUpper().StoreUnsafe(ref destination, (UIntPtr)(offset + distance));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Scatter(Vector128<float> v, ref float destination, int offset, int distance) => v.StoreUnsafe(ref destination, (UIntPtr)offset);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Scatter(Vector128<double> v, ref double destination, int offset, int distance) => v.StoreUnsafe(ref destination, (UIntPtr)offset);
    }
}
