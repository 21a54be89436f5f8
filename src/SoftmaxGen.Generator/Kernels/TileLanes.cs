namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // Zips of pairs of floats, and checks of every lane. Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> ZipPairsLow(Vector256<float> a, Vector256<float> b) => ZipLow(a.AsDouble(), b.AsDouble()).AsSingle();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> ZipPairsHigh(Vector256<float> a, Vector256<float> b) => ZipHigh(a.AsDouble(), b.AsDouble()).AsSingle();

        /// <summary>As <see cref="IsModerate(Vector256{float})"/>, for vectors with a different maximum in each lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool AreModerate(Vector256<float> max) => Vector256.LessThanOrEqualAll(Vector256.Abs(max), Vector256.Create(SingleConstants.Moderate));

        /// <inheritdoc cref="AreModerate(Vector256{float})"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool AreModerate(Vector256<double> max) => Vector256.LessThanOrEqualAll(Vector256.Abs(max), Vector256.Create(DoubleConstants.Moderate));
    }
}
