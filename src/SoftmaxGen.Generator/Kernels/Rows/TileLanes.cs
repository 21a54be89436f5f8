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

        // Within each 128-bit part 4 by 4 floats, or 2 by 2 doubles.

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Transpose(ref Vector256<float> a, ref Vector256<float> b, ref Vector256<float> c, ref Vector256<float> d)
        {
            Vector256<float> lowAB = ZipLow(a, b), lowCD = ZipLow(c, d), highAB = ZipHigh(a, b), highCD = ZipHigh(c, d);
            a = ZipPairsLow(lowAB, lowCD);
            b = ZipPairsHigh(lowAB, lowCD);
            c = ZipPairsLow(highAB, highCD);
            d = ZipPairsHigh(highAB, highCD);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Transpose(ref Vector256<double> a, ref Vector256<double> b)
        {
            Vector256<double> low = ZipLow(a, b);
            b = ZipHigh(a, b);
            a = low;
        }

        /// <summary>Some columns of as many rows as a vector has lanes, each a vector, from an offset in a row on.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void RowsToColumns256(ref float x, int offset, int length, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c, out Vector256<float> d)
        {
            a = Gather256(ref x, offset, 4 * length);
            b = Gather256(ref x, offset + length, 4 * length);
            c = Gather256(ref x, offset + (2 * length), 4 * length);
            d = Gather256(ref x, offset + (3 * length), 4 * length);
            Transpose(ref a, ref b, ref c, ref d);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void RowsToColumns256(ref double x, int offset, int length, out Vector256<double> a, out Vector256<double> b)
        {
            a = Gather256(ref x, offset, 2 * length);
            b = Gather256(ref x, offset + length, 2 * length);
            Transpose(ref a, ref b);
        }

        /// <summary>Stores such columns.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void ColumnsToRows(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, ref float destination, int offset, int length)
        {
            Transpose(ref a, ref b, ref c, ref d);
            Scatter(a, ref destination, offset, 4 * length);
            Scatter(b, ref destination, offset + length, 4 * length);
            Scatter(c, ref destination, offset + (2 * length), 4 * length);
            Scatter(d, ref destination, offset + (3 * length), 4 * length);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void ColumnsToRows(Vector256<double> a, Vector256<double> b, ref double destination, int offset, int length)
        {
            Transpose(ref a, ref b);
            Scatter(a, ref destination, offset, 2 * length);
            Scatter(b, ref destination, offset + length, 2 * length);
        }

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
