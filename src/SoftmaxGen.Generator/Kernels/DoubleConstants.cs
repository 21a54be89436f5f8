namespace SoftmaxGen.Generated
{
    using global::System;

    // The numbers behind e^x = 2^n e^r in double precision, n = round(x / ln 2), r = x - n ln 2.
    internal static class DoubleConstants
    {
        /// <summary>Beyond this magnitude of the maximum, x - max is formed first: it is exact wherever the result is not 0.</summary>
        public const double Moderate = 1024.0;

        public const double Log2E = 1.4426950408889634;

        // ln 2 in two parts. The first has 32 bits, so that n times it is exact for every n that occurs, with or without FMA.
        public const double Ln2High = 0.6931471806019545;
        public const double Ln2Low = -4.2009150726810846e-11;

        /// <summary>1.5 * 2^52 rounds a sum to an integer in the low bits; 1023 + 128 makes these bits a biased exponent.
        /// The extra 128 keeps every term of a result that is a denormal number a normal one, and what is out of reach nothing.</summary>
        public const double Round = 6755399441055744.0 + 1023.0 + 128.0;

        /// <summary>Terms of elements further than this below the maximum become 0 in the result, e^-796 = 2^-1148.4.</summary>
        public const double Reach = 796.0;

        /// <summary>As <see cref="Round"/> without the extra 128: single-precision results have room enough in double precision.</summary>
        public const double PlainRound = 6755399441055744.0 + 1023.0;

        /// <summary>e^-700 = 2^-1009.9 is 0 beside any single-precision number.</summary>
        public const double PlainReach = 700.0;

        /// <summary>1.5 * 2^26 rounds a number of the order of 1 to 26 bits after the point.</summary>
        public const double Round26 = 100663296.0;

        // e^r on |r| <= ln(2)/2, minimax in the relative error with the first two coefficients held at 1:
        // degree 11, error 3.7e-18; degree 10, error 2.9e-16; degree 8, error 1.2e-12.
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
        public const double F2 = 0.4999999999999832;
        public const double F3 = 0.16666666666611324;
        public const double F4 = 0.04166666666814098;
        public const double F5 = 0.008333333370988377;
        public const double F6 = 0.0013888888515433406;
        public const double F7 = 0.00019841185058294296;
        public const double F8 = 2.480193209909545e-05;
        public const double F9 = 2.7635072664904323e-06;
        public const double F10 = 2.74768194496554e-07;
        public const double S2 = 0.5000000000428644;
        public const double S3 = 0.1666666678482393;
        public const double S4 = 0.04166666439786425;
        public const double S5 = 0.00833328169672061;
        public const double S6 = 0.001388919777240531;
        public const double S7 = 0.00019909012056285714;
        public const double S8 = 2.4708200991664485e-05;

        // One 64-byte row for each constant: a vector of any width is a load from static data. Vectors made by Create would be
        // kept in registers by the JIT, more of them than AVX2 has.
        public static ReadOnlySpan<double> Rows => new double[]
        {
            Log2E, Log2E, Log2E, Log2E, Log2E, Log2E, Log2E, Log2E,
            -Ln2High, -Ln2High, -Ln2High, -Ln2High, -Ln2High, -Ln2High, -Ln2High, -Ln2High,
            -Ln2Low, -Ln2Low, -Ln2Low, -Ln2Low, -Ln2Low, -Ln2Low, -Ln2Low, -Ln2Low,
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
            F10, F10, F10, F10, F10, F10, F10, F10,
            F9, F9, F9, F9, F9, F9, F9, F9,
            F8, F8, F8, F8, F8, F8, F8, F8,
            F7, F7, F7, F7, F7, F7, F7, F7,
            F6, F6, F6, F6, F6, F6, F6, F6,
            F5, F5, F5, F5, F5, F5, F5, F5,
            F4, F4, F4, F4, F4, F4, F4, F4,
            F3, F3, F3, F3, F3, F3, F3, F3,
            F2, F2, F2, F2, F2, F2, F2, F2,
            S8, S8, S8, S8, S8, S8, S8, S8,
            S7, S7, S7, S7, S7, S7, S7, S7,
            S6, S6, S6, S6, S6, S6, S6, S6,
            S5, S5, S5, S5, S5, S5, S5, S5,
            S4, S4, S4, S4, S4, S4, S4, S4,
            S3, S3, S3, S3, S3, S3, S3, S3,
            S2, S2, S2, S2, S2, S2, S2, S2,
            Ln2High, Ln2High, Ln2High, Ln2High, Ln2High, Ln2High, Ln2High, Ln2High,
            Ln2Low, Ln2Low, Ln2Low, Ln2Low, Ln2Low, Ln2Low, Ln2Low, Ln2Low,
        };
    }

    // Which row of DoubleConstants.Rows holds what.
    internal static class DoubleRow
    {
        public const int Log2E = 0;
        public const int MinusLn2High = 1;
        public const int MinusLn2Low = 2;
        public const int One = 3;
        public const int C11 = 4;
        public const int C10 = 5;
        public const int C9 = 6;
        public const int C8 = 7;
        public const int C7 = 8;
        public const int C6 = 9;
        public const int C5 = 10;
        public const int C4 = 11;
        public const int C3 = 12;
        public const int C2 = 13;
        public const int F10 = 14;
        public const int F9 = 15;
        public const int F8 = 16;
        public const int F7 = 17;
        public const int F6 = 18;
        public const int F5 = 19;
        public const int F4 = 20;
        public const int F3 = 21;
        public const int F2 = 22;
        public const int S8 = 23;
        public const int S7 = 24;
        public const int S6 = 25;
        public const int S5 = 26;
        public const int S4 = 27;
        public const int S3 = 28;
        public const int S2 = 29;
        public const int Ln2High = 30;
        public const int Ln2Low = 31;
    }
}
