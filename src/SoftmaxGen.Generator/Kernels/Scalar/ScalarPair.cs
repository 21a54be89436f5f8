namespace SoftmaxGen.Generated
{
    using global::System;

    /// <summary>An unevaluated sum of two doubles.</summary>
    internal readonly struct ScalarPair
    {
        public readonly double High;
        public readonly double Low;

        public ScalarPair(double high, double low)
        {
            High = high;
            Low = low;
        }

        /// <summary>The sum; the rounding error of the first parts goes into the second one.</summary>
        public static ScalarPair operator +(ScalarPair a, ScalarPair b)
        {
            double sum = a.High + b.High;
            return new ScalarPair(sum, ScalarKernels.Lost(a.High, b.High, sum) + (a.Low + b.Low));
        }

        /// <summary>The pair times a number.</summary>
        public static ScalarPair operator *(ScalarPair a, double b) => new ScalarPair(a.High * b, a.Low * b);

        /// <summary>The product of two numbers whose first parts are short, rounded once.</summary>
        public static double operator *(ScalarPair a, ScalarPair b) =>
            (a.High * b.High) + ((a.High * b.Low) + (a.Low * (b.High + b.Low)));

        /// <summary>1 / v, the first part again in 26 bits.</summary>
        public static ScalarPair Reciprocal(ScalarPair v)
        {
            double high = v.High + v.Low, low = (v.High - high) + v.Low;
            double inverse = 1.0 / high;
            double rest = (ScalarKernels.FusedMultiplyAdd(-inverse, high, 1.0) - (inverse * low)) * inverse;
            double leading = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(inverse) & ~0x7FFFFFFL);
            return new ScalarPair(leading, inverse - leading + rest);
        }

        /// <summary>The quotient a / b.</summary>
        public static DoubleDouble Ratio(ScalarPair a, ScalarPair b)
        {
            double high = b.High + b.Low, low = (b.High - high) + b.Low;
            double first = a.High + a.Low, second = (a.High - first) + a.Low;
            double quotient = first / high;
            double rest = ScalarKernels.FusedMultiplyAdd(-quotient, high, first) + (second - (quotient * low));
            return new DoubleDouble(quotient, rest / high);
        }
    }
}
