namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // e^x up to a common power of two as an unevaluated sum of two doubles, within a fifth of an ulp, from IEEE additions and multiplications
    // in a fixed order and nothing else. Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <inheritdoc cref="Shift(Vector256{double})"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> ShiftPlain(Vector256<double> max) => ShiftPlain(max, Vector256.Create(DoubleConstants.Log2E));

        /// <inheritdoc cref="Shift(Vector256{double})"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> ShiftPlain(Vector256<double> max, Vector256<double> log2E) =>
            Vector256.Create(DoubleConstants.Round) - (max * log2E);

        /// <summary>e^x 2^k, where k comes from <paramref name="shift"/> and is the same for all elements; NaN for NaN.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Pair256 ExpPair(Vector256<double> x, Vector256<double> shift, Vector256<double> lowest)
        {
            ref double constants = ref DoubleRows;
            x = Max(lowest, x);
            Vector256<double> t = (x * DoubleRow256(ref constants, DoubleRow.Log2E)) + shift;
            Vector256<double> n = t - shift;
            Vector256<double> large = x - (n * DoubleRow256(ref constants, DoubleRow.Ln2High));
            Vector256<double> small = n * DoubleRow256(ref constants, DoubleRow.Ln2Low);
            Vector256<double> r = large - small;
            return PolynomialPair(r, (large - r) - small, PowerOfTwo(t));
        }

        /// <summary>e^(x/T) 2^k, with log2(e)/T, the two parts of T ln 2, and the two parts of 1/T.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Pair256 ExpPairTempered(Vector256<double> x, Vector256<double> shift, Vector256<double> lowest, Vector256<double> log2E, Vector256<double> ln2High, Vector256<double> ln2Low, Vector256<double> inverse, Vector256<double> inverseRest)
        {
            x = Max(lowest, x);
            Vector256<double> t = (x * log2E) + shift;
            Vector256<double> n = t - shift;
            Vector256<double> large = x - (n * ln2High);
            Vector256<double> small = n * ln2Low;
            Vector256<double> r = large - small;
            // What r / T is rounded by would be a third of an ulp of the term.
            Vector256<double> quotient = r * inverse;
            Vector256<double> rest = Fused(r, inverse, -quotient) + (r * inverseRest);
            return PolynomialPair(quotient, (((large - r) - small) * inverse) + rest, PowerOfTwo(t));
        }

        // 1 + r + tail + r^2 q(r). The first part has 26 bits after the point, so that its product with as short a number is exact;
        // the second one is below 2^-26, so that what is neglected in sums and quotients is below 2^-52 of it.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Pair256 PolynomialPair(Vector256<double> r, Vector256<double> tail, Vector256<double> scale)
        {
            ref double constants = ref DoubleRows;
            Vector256<double> s = r * r;
            Vector256<double> q = PlainQuotient(r, s);

            Vector256<double> rounder = Vector256.Create(DoubleConstants.Round26);
            Vector256<double> rest = tail + (s * q);
            Vector256<double> high = ((r + rest) + (rounder + DoubleRow256(ref constants, DoubleRow.One))) - rounder;
            Vector256<double> low = (r - (high - DoubleRow256(ref constants, DoubleRow.One))) + rest;
            return new Pair256(high * scale, low * scale);
        }

        /// <summary>The pair with its first <paramref name="count"/> lanes set to 0.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Pair256 WithoutFirst(Pair256 v, int count) => new Pair256(WithoutFirst(v.High, count), WithoutFirst(v.Low, count));

        /// <summary>The pair with all lanes but its first <paramref name="count"/> set to 0.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Pair256 OnlyFirst(Pair256 v, int count) => new Pair256(OnlyFirst(v.High, count), OnlyFirst(v.Low, count));

        /// <summary>The pair with the lanes of the mask set to 0.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Pair256 Without(Pair256 v, Vector256<double> mask) => new Pair256(Vector256.AndNot(v.High, mask), Vector256.AndNot(v.Low, mask));

        /// <inheritdoc cref="WithoutLabel(Vector256{double}, int, Vector256{long})"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Pair256 WithoutLabel(Pair256 v, int first, Vector256<long> label) => new Pair256(WithoutLabel(v.High, first, label), WithoutLabel(v.Low, first, label));

        /// <summary>1 / v, the first part again in 26 bits.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Pair256 Reciprocal(Pair256 v)
        {
            double high = v.High.ToScalar() + v.Low.ToScalar(), low = (v.High.ToScalar() - high) + v.Low.ToScalar();
            double inverse = 1.0 / high;
            double rest = (Math.FusedMultiplyAdd(-inverse, high, 1.0) - (inverse * low)) * inverse;
            double leading = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(inverse) & ~0x7FFFFFFL);
            return new Pair256(Vector256.Create(leading), Vector256.Create(inverse - leading + rest));
        }

        /// <summary>The quotient of two sums, each the same in every lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static DoubleDouble Ratio(Pair256 a, Pair256 b)
        {
            double high = b.High.ToScalar() + b.Low.ToScalar(), low = (b.High.ToScalar() - high) + b.Low.ToScalar();
            double first = a.High.ToScalar() + a.Low.ToScalar(), second = (a.High.ToScalar() - first) + a.Low.ToScalar();
            double quotient = first / high;
            double rest = Math.FusedMultiplyAdd(-quotient, high, first) + (second - (quotient * low));
            return new DoubleDouble(quotient, rest / high);
        }

        /// <summary>(x - max) - log, rounded once where the logarithm is the larger part.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> LessLog(Vector256<double> x, Vector256<double> max, Vector256<double> log, Vector256<double> logLow)
        {
            Vector256<double> difference = x - max;
            Vector256<double> result = difference - log;
            Vector256<double> lost = Lost(difference, -log, result) + (Lost(x, -max, difference) - logLow);
            // An element of -infinity has lost nothing.
            return result + (lost & Vector256.Equals(lost, lost).AsDouble());
        }
    }

    /// <summary>An unevaluated sum of two vectors.</summary>
    internal readonly struct Pair256
    {
        public readonly Vector256<double> High;
        public readonly Vector256<double> Low;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Pair256(Vector256<double> high, Vector256<double> low)
        {
            High = high;
            Low = low;
        }

        public static Pair256 Zero
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => new Pair256(Vector256<double>.Zero, Vector256<double>.Zero);
        }

        /// <summary>The sum; the rounding error of the first parts goes into the second one.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Pair256 operator +(Pair256 a, Pair256 b)
        {
            Vector256<double> sum = a.High + b.High;
            return new Pair256(sum, SoftmaxKernels.Lost(a.High, b.High, sum) + (a.Low + b.Low));
        }

        /// <summary>The pair times a number.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Pair256 operator *(Pair256 a, Vector256<double> b) => new Pair256(a.High * b, a.Low * b);

        /// <summary>The product of two numbers whose first parts are short, rounded once.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> operator *(Pair256 a, Pair256 b) =>
            (a.High * b.High) + ((a.High * b.Low) + (a.Low * (b.High + b.Low)));
    }
}
