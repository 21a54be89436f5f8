namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;

    // log(1 + q) for q >= 0, relatively accurate down to q = 0, from IEEE additions and multiplications in a fixed order.
    internal static partial class SoftmaxKernels
    {
        private const double Ln2 = 0.6931471805599453;

        /// <summary>log(1 + q) for q >= 0 within 2 ulp; NaN for NaN.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double Log1p(double q)
        {
            double r = ReduceLog(q, out double large);
            double s = r * r;
            // -1/2 + r/3 - r^2/4 + ... : |r| <= 1/64, so r^9 is the last term that counts.
            double even = (((((-1.0 / 8.0) * s) - (1.0 / 6.0)) * s) - (1.0 / 4.0)) * s;
            double odd = ((((((1.0 / 9.0) * s) + (1.0 / 7.0)) * s) + (1.0 / 5.0)) * s) + (1.0 / 3.0);
            return large + (r + (s * ((even - 0.5) + (odd * r))));
        }

        /// <summary>log(1 + q) for q >= 0 as precisely as single precision needs it, relative error below 2e-10; NaN for NaN.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double Log1pShort(double q)
        {
            double r = ReduceLog(q, out double large);
            double s = r * r;
            return large + (r + (s * ((-0.5 + (r * (1.0 / 3.0))) - (s * ((1.0 / 4.0) - (r * (1.0 / 5.0)))))));
        }

        // 1 + q = 2^k c (1 + r), where c is the multiple of 1/32 next to the significand of 1 + q; large = log(2^k c).
        // q - (2^k c - 1) is exact, and for small q it is q itself.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static double ReduceLog(double q, out double large)
        {
            unchecked
            {
                long top = (BitConverter.DoubleToInt64Bits(1.0 + q) + (1L << 46)) >> 47;
                int i = (int)top & 31;
                int k = (int)(top >> 5) - 1023;
                double distance = q - (BitConverter.Int64BitsToDouble(top << 47) - 1.0);
                large = (k * Ln2) + Logarithms[i];
                return distance * (Reciprocals[i] * BitConverter.Int64BitsToDouble((long)(1023 - k) << 52));
            }
        }

        // 1/c and log(c) for c = 1 + i/32.
        private static ReadOnlySpan<double> Reciprocals => new double[]
        {
            1.0, 0.9696969696969697, 0.9411764705882353, 0.9142857142857143,
            0.8888888888888888, 0.8648648648648649, 0.8421052631578947, 0.8205128205128205,
            0.8, 0.7804878048780488, 0.7619047619047619, 0.7441860465116279,
            0.7272727272727273, 0.7111111111111111, 0.6956521739130435, 0.6808510638297872,
            0.6666666666666666, 0.6530612244897959, 0.64, 0.6274509803921569,
            0.6153846153846154, 0.6037735849056604, 0.5925925925925926, 0.5818181818181818,
            0.5714285714285714, 0.5614035087719298, 0.5517241379310345, 0.5423728813559322,
            0.5333333333333333, 0.5245901639344263, 0.5161290322580645, 0.5079365079365079,
        };

        private static ReadOnlySpan<double> Logarithms => new double[]
        {
            0.0, 0.030771658666753687, 0.06062462181643484, 0.08961215868968714,
            0.11778303565638346, 0.1451820098444979, 0.17185025692665923, 0.19782574332991987,
            0.22314355131420976, 0.24783616390458127, 0.27193371548364176, 0.2954642128938359,
            0.3184537311185346, 0.3409265869705932, 0.3629054936893685, 0.38441169891033206,
            0.4054651081081644, 0.4260843953109001, 0.44628710262841953, 0.46608972992459924,
            0.4855078157817008, 0.5045560107523953, 0.5232481437645479, 0.5415972824327444,
            0.5596157879354227, 0.5773153650348236, 0.5947071077466928, 0.6118015411059929,
            0.6286086594223741, 0.6451379613735847, 0.661398482245365, 0.6773988235918061,
        };
    }
}
