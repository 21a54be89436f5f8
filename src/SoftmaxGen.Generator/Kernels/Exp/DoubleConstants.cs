namespace SoftmaxGen.Generated
{
    using global::System;

    // The numbers behind e^x = 2^n e^r in double precision, n = round(x / ln 2), r = x - n ln 2.
    internal static class DoubleConstants
    {
        /// <summary>Beyond this magnitude of the maximum, x - max is formed first. It is exact wherever the result is not 0: the elements that count lie
        /// within <see cref="Reach"/>, and so between half the maximum and twice the maximum (Sterbenz).</summary>
        public const double Moderate = 2048.0;

        public const double Log2E = 1.4426950408889634;

        // ln 2 in two parts. The first has 32 bits, so that n times it is exact for every n that occurs, with or without FMA.
        public const double Ln2High = 0.6931471806019545;
        public const double Ln2Low = -4.2009150726810846e-11;

        /// <summary>1.5 * 2^52 rounds a sum to an integer in the low bits; 1023 + 128 makes these bits a biased exponent.
        /// The extra 128 keeps every term of a result that is a denormal number a normal one, and what is out of reach nothing.</summary>
        public const double Round = 6755399441055744.0 + 1023.0 + 128.0;

        /// <summary>Terms of elements further than this below the maximum become 0 in the result, e^-796 = 2^-1148.4.</summary>
        public const double Reach = 796.0;

        /// <summary>2^128, what terms are counted in: the largest is between once and 1.1 times that.</summary>
        public const double TermUnit = 340282366920938463463374607431768211456.0;

        /// <summary>2^132, to which a term of at most 2^129 is added in units of 2^80: sixteen of them fit 53 bits.</summary>
        public const double Coarse = 5444517870735015415413993718908291383296.0;

        /// <summary>As <see cref="Round"/> without the extra 128: single-precision results have room enough in double precision.</summary>
        public const double PlainRound = 6755399441055744.0 + 1023.0;

        /// <summary>e^-700 = 2^-1009.9 is 0 beside any single-precision number.</summary>
        public const double PlainReach = 700.0;

        /// <summary>Terms of elements further below than this are taken as the square of a root.</summary>
        public const double HalfReach = 690.0;

        /// <summary>1.5 * 2^26 rounds a number of the order of 1 to 26 bits after the point.</summary>
        public const double Round26 = 100663296.0;

        // The terms of Default and Fast, and those of Precise for single-precision data, are taken in eighths of powers of two: e^x = 2^(n/8) e^r,
        // n = round(8 x / ln 2), r = x - n ln(2)/8.

        /// <summary>The factor c of the table below.</summary>
        public const double Factor = 1.0481337143889145;

        /// <summary>1/c, less the extra power of two of <see cref="StepRound"/>, and what it is rounded by.</summary>
        public const double ReciprocalFactor = 1.0 / Factor / 340282366920938463463374607431768211456.0;
        public const double ReciprocalFactorLow = -7.885014862701314e-18 / 340282366920938463463374607431768211456.0;

        /// <summary>8 log2(e), the number of steps of ln(2)/8 to 1.</summary>
        public const double Steps = 11.541560327111707;

        // ln(2)/8 in two parts. The first has 32 bits, so that n times it is exact for every n that occurs, with or without FMA.
        public const double StepHigh = 0.08664339757524431;
        public const double StepLow = -5.251143840851356e-12;

        /// <summary>ln(2)/8 in one part, which is less than 2^-58 away from it.</summary>
        public const double Step = 0.08664339756999316;

        /// <summary>As <see cref="Round"/>, in eighths.</summary>
        public const double StepRound = 6755399441055744.0 + (8.0 * (1023.0 + 128.0));

        /// <summary>As <see cref="PlainRound"/>, in eighths.</summary>
        public const double PlainStepRound = 6755399441055744.0 + (8.0 * 1023.0);

        // e^r on |r| <= ln(2)/2, minimax in the relative error with the first two coefficients held at 1: degree 11, error 3.7e-18.
        public const double C2 = 0.5000000000000011;
        public const double C3 = 0.16666666666666455;
        public const double C4 = 0.04166666666652801;
        public const double C5 = 0.008333333333474052;
        public const double C6 = 0.0013888888943995202;
        public const double C7 = 0.00019841269542264056;
        public const double C8 = 2.4801492818764803e-05;
        public const double C9 = 2.7557559394925546e-06;
        public const double C10 = 2.763033035892121e-07;
        public const double C11 = 2.5007541942375178e-08;

        // The same on |r| <= ln(2)/16: degree 7, error 2.8e-18; degree 5, error 3.6e-13.
        public const double D2 = 0.5000000000000296;
        public const double D3 = 0.1666666666666373;
        public const double D4 = 0.04166666657010789;
        public const double D5 = 0.008333333371074652;
        public const double D6 = 0.001388978051428083;
        public const double D7 = 0.00019840567138769928;
        public const double S2 = 0.4999999979173351;
        public const double S3 = 0.16666666764362356;
        public const double S4 = 0.041670281079881646;
        public const double S5 = 0.008333083211412694;

        // One 64-byte row for each constant: a vector of any width is a load from static data. Vectors made by Create would be
        // kept in registers by the JIT, more of them than AVX2 has.
        public static ReadOnlySpan<double> Rows => new double[]
        {
            Log2E, Log2E, Log2E, Log2E, Log2E, Log2E, Log2E, Log2E,
            1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0,
            C11, C11, C11, C11, C11, C11, C11, C11,
            C10, C10, C10, C10, C10, C10, C10, C10,
            C9, C9, C9, C9, C9, C9, C9, C9,
            C8, C8, C8, C8, C8, C8, C8, C8,
            C7, C7, C7, C7, C7, C7, C7, C7,
            C6, C6, C6, C6, C6, C6, C6, C6,
            C5, C5, C5, C5, C5, C5, C5, C5,
            C4, C4, C4, C4, C4, C4, C4, C4,
            C3, C3, C3, C3, C3, C3, C3, C3,
            C2, C2, C2, C2, C2, C2, C2, C2,
            Steps, Steps, Steps, Steps, Steps, Steps, Steps, Steps,
            -StepHigh, -StepHigh, -StepHigh, -StepHigh, -StepHigh, -StepHigh, -StepHigh, -StepHigh,
            -StepLow, -StepLow, -StepLow, -StepLow, -StepLow, -StepLow, -StepLow, -StepLow,
            D7, D7, D7, D7, D7, D7, D7, D7,
            D6, D6, D6, D6, D6, D6, D6, D6,
            D5, D5, D5, D5, D5, D5, D5, D5,
            D4, D4, D4, D4, D4, D4, D4, D4,
            D3, D3, D3, D3, D3, D3, D3, D3,
            D2, D2, D2, D2, D2, D2, D2, D2,
            S5, S5, S5, S5, S5, S5, S5, S5,
            S4, S4, S4, S4, S4, S4, S4, S4,
            S3, S3, S3, S3, S3, S3, S3, S3,
            S2, S2, S2, S2, S2, S2, S2, S2,
            Ln2High, Ln2High, Ln2High, Ln2High, Ln2High, Ln2High, Ln2High, Ln2High,
            Ln2Low, Ln2Low, Ln2Low, Ln2Low, Ln2Low, Ln2Low, Ln2Low, Ln2Low,
            StepHigh, StepHigh, StepHigh, StepHigh, StepHigh, StepHigh, StepHigh, StepHigh,
            StepLow, StepLow, StepLow, StepLow, StepLow, StepLow, StepLow, StepLow,
        };

        /// <summary>
        /// c 2^(j/8) for j = 0 ... 7, as what has to be added to the bits of j/8 in an exponent. The factor c is common to all terms and
        /// cancels in the result. It is one of the few for which all eight numbers are within a tenth of an ulp of a double.
        /// </summary>
        public static ReadOnlySpan<long> Eighths => new long[]
        {
            0xC527DB922A91, 0x49B82FF8CAE0, -0xE8C77C8045B, -0x40774403B217, -0x488F9D2B7DDA, -0x230C7F07F3B5, 0x3432CEB5E293, 0xC1AEA88AFFCB,
        };
    }

    // Which row of DoubleConstants.Rows holds what.
    internal static class DoubleRow
    {
        public const int Log2E = 0;
        public const int One = 1;
        public const int C11 = 2;
        public const int C10 = 3;
        public const int C9 = 4;
        public const int C8 = 5;
        public const int C7 = 6;
        public const int C6 = 7;
        public const int C5 = 8;
        public const int C4 = 9;
        public const int C3 = 10;
        public const int C2 = 11;
        public const int Steps = 12;
        public const int MinusStepHigh = 13;
        public const int MinusStepLow = 14;
        public const int D7 = 15;
        public const int D6 = 16;
        public const int D5 = 17;
        public const int D4 = 18;
        public const int D3 = 19;
        public const int D2 = 20;
        public const int S5 = 21;
        public const int S4 = 22;
        public const int S3 = 23;
        public const int S2 = 24;
        public const int Ln2High = 25;
        public const int Ln2Low = 26;
        public const int StepHigh = 27;
        public const int StepLow = 28;
    }
}
