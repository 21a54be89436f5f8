namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;

    // log(1 + q) for q >= 0 as an unevaluated sum of two doubles, from IEEE additions and multiplications in a fixed order and nothing else.
    internal static partial class SoftmaxKernels
    {
        /// <summary>log(1 + q) for q = <paramref name="high"/> + <paramref name="low"/> >= 0 within 2^-63 of itself; NaN for NaN.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static DoubleDouble Log1p(double high, double low)
        {
            unchecked
            {
                DoubleDouble u = DoubleDouble.Sum(1.0, high);
                long bits = BitConverter.DoubleToInt64Bits(u.High), top = bits - ((1023L << 52) - (1L << 47));
                int i = (int)(top >> 48) & 15, k = (int)(top >> 52);

                // r = u R - 1 without error, in two parts: R has 11 bits, the leading part of u 26.
                double reciprocal = Logarithms[2 * i] * BitConverter.Int64BitsToDouble((long)(1023 - k) << 52);
                double leading = BitConverter.Int64BitsToDouble(bits & ~0x7FFFFFFL);
                DoubleDouble r = DoubleDouble.Sum((leading * reciprocal) - 1.0, ((u.High - leading) + u.Low) * reciprocal);

                // log(1 + r) = r - r^2/2 + r^3 (1/3 - ...), r^2 again in two parts.
                double x = r.High, s = x * x;
                double half = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x) & ~0x7FFFFFFL);
                double odd = (((((-0.10019247794769484 * s) - 0.12499984290762216) * s) - 0.16666666671922953) * s) - 0.24999999999999414;
                double even = (((((((0.09016105404838626 * s) + 0.11111274045037677) * s) + 0.14285714176592512) * s) + 0.20000000000026938) * s) + 0.3333333333333333;
                double cube = (x * s) * ((odd * x) + even);

                DoubleDouble sum = DoubleDouble.Sum(k * DoubleConstants.Ln2High, Logarithms[(2 * i) + 1]);
                DoubleDouble linear = DoubleDouble.Sum(sum.High, x);
                DoubleDouble square = DoubleDouble.Sum(linear.High, -0.5 * (half * half));
                double rest = (sum.Low + ((k * DoubleConstants.Ln2Low) + LogarithmRests[i])) + linear.Low;
                rest = (rest + square.Low) + (((r.Low + (low * reciprocal)) * (1.0 - x)) - (0.5 * ((x - half) * (x + half))));
                return DoubleDouble.Sum(square.High, rest + cube);
            }
        }

        // R and -log(R) in turns, for R next to 1/c, c = 1 + i/16 for i = 0 ... 15, then 2 c, 4 c, 8 c, and 16. R has 11 bits, so that little is lost where its product matters.
        private static ReadOnlySpan<double> Logarithms => new double[]
        {
            1.0, 0.0, 0.94140625, 0.06038051098890748, 0.888671875, 0.11802720608855737, 0.841796875, 0.17221653493576,
            0.7998046875, 0.22338772174638366, 0.76171875, 0.27217788591581565, 0.7275390625, 0.31808758721989355, 0.6953125, 0.3633938941874773,
            0.6669921875, 0.404976946028663, 0.6396484375, 0.4468365699642012, 0.615234375, 0.4857519862138747, 0.5927734375, 0.5229430145399548,
            0.5712890625, 0.5598599583675966, 0.5517578125, 0.5946460744530121, 0.533203125, 0.628852829854548, 0.5166015625, 0.6604833737411537,
            0.5, 0.6931471805599453, 0.470703125, 0.7535276915488528, 0.4443359375, 0.8111743866485027, 0.4208984375, 0.8653637154957053,
            0.39990234375, 0.916534902306329, 0.380859375, 0.965325066475761, 0.36376953125, 1.0112347677798388, 0.34765625, 1.0565410747474226,
            0.33349609375, 1.0981241265886084, 0.31982421875, 1.1399837505241466, 0.3076171875, 1.17889916677382, 0.29638671875, 1.2160901950999001,
            0.28564453125, 1.253007138927542, 0.27587890625, 1.2877932550129574, 0.2666015625, 1.3220000104144933, 0.25830078125, 1.3536305543010991,
            0.25, 1.3862943611198906, 0.2353515625, 1.446674872108798, 0.22216796875, 1.504321567208448, 0.21044921875, 1.5585108960556506,
            0.199951171875, 1.6096820828662743, 0.1904296875, 1.6584722470357063, 0.181884765625, 1.7043819483397842, 0.173828125, 1.749688255307368,
            0.166748046875, 1.7912713071485538, 0.159912109375, 1.8331309310840918, 0.15380859375, 1.8720463473337654, 0.148193359375, 1.9092373756598455,
            0.142822265625, 1.9461543194874873, 0.137939453125, 1.9809404355729028, 0.13330078125, 2.0151471909744387, 0.129150390625, 2.0467777348610445,
            0.125, 2.0794415416798357, 0.11767578125, 2.1398220526687433, 0.111083984375, 2.197468747768393, 0.105224609375, 2.251658076615596,
            0.0999755859375, 2.3028292634262195, 0.09521484375, 2.3516194275956517, 0.0909423828125, 2.3975291288997296, 0.0869140625, 2.4428354358673134,
            0.0833740234375, 2.484418487708499, 0.0799560546875, 2.526278111644037, 0.076904296875, 2.565193527893711, 0.0740966796875, 2.602384556219791,
            0.0714111328125, 2.6393015000474325, 0.0689697265625, 2.674087616132848, 0.066650390625, 2.708294371534384, 0.0645751953125, 2.7399249154209895,
            0.0625, 2.772588722239781,
        };

        // What the logarithms of the first octave are rounded by.
        private static ReadOnlySpan<double> LogarithmRests => new double[]
        {
            0.0, -2.1569637373409678e-18, 3.6022683425363865e-18, -4.7047460454344384e-18, 9.585954127785412e-18, 1.9460544362807653e-17, 2.5797875611385575e-17, 2.106844752226605e-17,
            1.0073721737577979e-17, -4.705223242495631e-18, 2.058874031258164e-18, -1.038997918229175e-17, -9.979000704024535e-18, 5.422840167247574e-17, 6.7048161018227705e-18, -2.1656643274967716e-17,
        };
    }
}
