namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // Rows to columns and back, and checks of every lane. Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> ZipPairsLow(Vector256<float> a, Vector256<float> b) => ZipLow(a.AsDouble(), b.AsDouble()).AsSingle();

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> ZipPairsHigh(Vector256<float> a, Vector256<float> b) => ZipHigh(a.AsDouble(), b.AsDouble()).AsSingle();

        // Within each 128-bit part four rows of three, numbered by their columns: 0 1 2 0, 1 2 0 1, 2 0 1 2.

        /// <summary>Sorts the elements of four rows of three by columns.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void SplitTriples(Vector256<float> a, Vector256<float> b, Vector256<float> c, out Vector256<float> x, out Vector256<float> y, out Vector256<float> z)
        {
            Vector256<float> firstYZ = Pick(a, b, 0b01_00_10_01), lastXY = Pick(b, c, 0b10_01_11_10);
            x = Pick(a, lastXY, 0b10_00_11_00);
            y = Pick(firstYZ, lastXY, 0b11_01_10_00);
            z = Pick(firstYZ, c, 0b11_00_11_01);
        }

        /// <summary>Undoes <see cref="SplitTriples(Vector256{float}, Vector256{float}, Vector256{float}, out Vector256{float}, out Vector256{float}, out Vector256{float})"/>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void JoinTriples(Vector256<float> x, Vector256<float> y, Vector256<float> z, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c)
        {
            Vector256<float> evenXY = Pick(x, y, 0b10_00_10_00), oddYZ = Pick(y, z, 0b11_01_11_01), evenZOddX = Pick(z, x, 0b11_01_10_00);
            a = Pick(evenXY, evenZOddX, 0b10_00_10_00);
            b = Pick(oddYZ, evenXY, 0b11_01_10_00);
            c = Pick(evenZOddX, oddYZ, 0b11_01_11_01);
        }

        /// <summary>As <see cref="IsModerate(Vector256{float})"/>, for vectors with a different maximum in each lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool AreModerate(Vector256<float> max) => Vector256.LessThanOrEqualAll(Vector256.Abs(max), Vector256.Create(SingleConstants.Moderate));

        /// <inheritdoc cref="AreModerate(Vector256{float})"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool AreModerate(Vector256<double> max) => Vector256.LessThanOrEqualAll(Vector256.Abs(max), Vector256.Create(DoubleConstants.Moderate));

        /// <summary>One vector in the lanes of rows whose label is this element, another in the others.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> AtLabel(Vector256<int> labels, int element, Vector256<float> there, Vector256<float> elsewhere) =>
            Vector256.ConditionalSelect(Vector256.Equals(labels, Vector256.Create(element)).AsSingle(), there, elsewhere);

        /// <summary>As <see cref="StoreLoss"/>, for a row in each lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void StoreLosses(ref double parts, Vector256<float> others, Vector256<float> own, Vector256<float> lowest, Vector256<float> x)
        {
            WidenLower(others).StoreUnsafe(ref parts);
            WidenUpper(others).StoreUnsafe(ref parts, (UIntPtr)Vector256<double>.Count);
            WidenLower(own).StoreUnsafe(ref parts, RowsOfLosses);
            WidenUpper(own).StoreUnsafe(ref parts, (UIntPtr)(RowsOfLosses + Vector256<double>.Count));
            (WidenLower(lowest) - WidenLower(x)).StoreUnsafe(ref parts, 2 * RowsOfLosses);
            (WidenUpper(lowest) - WidenUpper(x)).StoreUnsafe(ref parts, (UIntPtr)((2 * RowsOfLosses) + Vector256<double>.Count));
        }
    }
}
