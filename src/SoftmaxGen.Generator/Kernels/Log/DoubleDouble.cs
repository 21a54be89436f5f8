namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;

    /// <summary>An unevaluated sum of two doubles, the second at most half a unit in the last place of the first.</summary>
    internal readonly struct DoubleDouble
    {
        public readonly double High;
        public readonly double Low;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public DoubleDouble(double high, double low)
        {
            High = high;
            Low = low;
        }

        /// <summary>a + b without error.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static DoubleDouble Sum(double a, double b)
        {
            double sum = a + b;
            double part = sum - a;
            return new DoubleDouble(sum, (a - (sum - part)) + (b - part));
        }

        /// <summary>a - b without error.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static DoubleDouble Difference(double a, double b) => Sum(a, -b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
        {
            DoubleDouble high = Sum(a.High, b.High);
            DoubleDouble low = Sum(a.Low, b.Low);
            high = Ordered(high.High, high.Low + low.High);
            return Ordered(high.High, high.Low + low.Low);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
        {
            double product = a.High * b.High;
            double error = Math.FusedMultiplyAdd(a.High, b.High, -product);
            return Ordered(product, error + ((a.High * b.Low) + (a.Low * b.High)));
        }

        /// <summary>e^y for y &lt;= 0: 2^n (e^(r/16))^16 with the Taylor series, |r/16| &lt;= 0.022.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static DoubleDouble Exp(DoubleDouble y)
        {
            // The sum is at least 1, so that smaller terms do not reach its 106 bits; NaN does not come here.
            if (y.High < -700.0)
                return default;

            double n = Math.Round(y.High * DoubleConstants.Log2E);
            DoubleDouble r = y + new DoubleDouble(-n * DoubleConstants.Ln2High, 0.0);
            r += new DoubleDouble(-n, 0.0) * new DoubleDouble(DoubleConstants.Ln2Low, -1.3124698417785255e-27);
            r = new DoubleDouble(r.High * 0.0625, r.Low * 0.0625);
            DoubleDouble series = new DoubleDouble(1.0, 0.0);
            for (int k = 13; k >= 1; k--)
                series = new DoubleDouble(1.0, 0.0) + (r * Quotient(series, k));
            for (int k = 0; k < 4; k++)
                series *= series;
            return new DoubleDouble(Math.ScaleB(series.High, (int)n), Math.ScaleB(series.Low, (int)n));
        }

        /// <summary>max + log(sum) for a sum of at least 1.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double LogPlus(DoubleDouble sum, double max)
        {
            // One Newton step for the logarithm: log s = y + (s e^-y - 1), with an error of the order of its square.
            double y = SoftmaxKernels.Log1p(sum.High - 1.0, 0.0).High;
            DoubleDouble step = (sum * Exp(new DoubleDouble(-y, 0.0))) + new DoubleDouble(-1.0, 0.0);
            return (Difference(max, -y) + step).High;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static DoubleDouble Quotient(DoubleDouble a, double b)
        {
            double quotient = a.High / b;
            return Ordered(quotient, (Math.FusedMultiplyAdd(-quotient, b, a.High) + a.Low) / b);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static DoubleDouble Ordered(double larger, double smaller)
        {
            double sum = larger + smaller;
            return new DoubleDouble(sum, smaller - (sum - larger));
        }
    }
}
