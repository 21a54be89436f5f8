namespace SoftmaxGen.Generated
{
    using global::System;

    // The numbers behind e^x = 2^(n/8) e^r in single precision, n = round(8 x / ln 2), r = x - n ln(2)/8.
    internal static class SingleConstants
    {
        /// <summary>Beyond this magnitude of the maximum, x - max is formed first. It is exact wherever the result is not 0: the elements that count lie
        /// within <see cref="Reach"/>, and so between half the maximum and twice the maximum (Sterbenz).</summary>
        public const float Moderate = 1024f;

        /// <summary>The factor that all terms carry besides the power of two: that of the table, and what makes the polynomial's error the least.</summary>
        public const double Factor = 1.058943863213062 * (1.0 + 2e-8);

        /// <summary>8 log2(e), the number of steps of ln(2)/8 to 1.</summary>
        public const float Steps = 11.54156f;

        // ln(2)/8 in two parts. The first has 10 bits, so that n times it is exact for every n that occurs, with or without FMA.
        public const float StepHigh = 0.086669921875f;
        public const float StepLow = -2.65243052e-05f;

        /// <summary>1.5 * 2^23 rounds a sum to an integer in the low bits; 8 (127 + 64) makes these bits eighths of a biased exponent.
        /// The extra 64 keeps every term of a result that is a denormal number a normal one.</summary>
        public const float Round = 12582912f + (8f * (127f + 64f));

        /// <summary>
        /// By how much a reciprocal of a sum is larger than it would be: next to nothing. A largest term e is between 1 and 1.11, as the factor is above 2^(1/16). Where it is the
        /// sum, the float r nearest to 1/e has 1 - e r of at most 0.56 * 2^-24, and e r is rounded to 1 where that is no more than 0.5 * 2^-24. This rounds the others up.
        /// </summary>
        public const float Excess = 0.07f / 16777216f;

        /// <summary>Terms of elements further than this below the maximum become 0 in the result, e^-130 = 2^-187.5.</summary>
        public const float Reach = 130f;

        // e^r on |r| <= ln(2)/16 is nearly 1 + r + C2 r^2 + C3 r^3: nowhere off by more than 2.2e-8 when the factor is taken for what it is.
        public const float C2 = 0.500079513f;
        public const float C3 = 0.166699991f;

        // One 64-byte row for each constant: a vector of any width is a load from static data. Vectors made by Create would be
        // kept in registers by the JIT, more of them than AVX2 has.
        public static ReadOnlySpan<float> Rows => new float[]
        {
            Steps, Steps, Steps, Steps, Steps, Steps, Steps, Steps, Steps, Steps, Steps, Steps, Steps, Steps, Steps, Steps,
            -StepHigh, -StepHigh, -StepHigh, -StepHigh, -StepHigh, -StepHigh, -StepHigh, -StepHigh, -StepHigh, -StepHigh, -StepHigh, -StepHigh, -StepHigh, -StepHigh, -StepHigh, -StepHigh,
            -StepLow, -StepLow, -StepLow, -StepLow, -StepLow, -StepLow, -StepLow, -StepLow, -StepLow, -StepLow, -StepLow, -StepLow, -StepLow, -StepLow, -StepLow, -StepLow,
            C3, C3, C3, C3, C3, C3, C3, C3, C3, C3, C3, C3, C3, C3, C3, C3,
            C2, C2, C2, C2, C2, C2, C2, C2, C2, C2, C2, C2, C2, C2, C2, C2,
        };

        /// <summary>
        /// c 2^(j/8) for j = 0 ... 7, as what has to be added to the bits of j/8 in an exponent; two copies for a vector of 512 bits. The factor c is
        /// common to all terms and cancels in the result. It is one of the few for which all eight numbers are within a tenth of an ulp of
        /// a float; for c = 1 it would be a third.
        /// </summary>
        public static ReadOnlySpan<int> Eighths => new int[]
        {
            0x78B79, 0x3D00B, 0x130DC, -0x0385A, -0x04F89, 0x109E7, 0x3F553, 0x8971D,
            0x78B79, 0x3D00B, 0x130DC, -0x0385A, -0x04F89, 0x109E7, 0x3F553, 0x8971D,
        };
    }

    // Which row of SingleConstants.Rows holds what.
    internal static class SingleRow
    {
        public const int Steps = 0;
        public const int MinusStepHigh = 1;
        public const int MinusStepLow = 2;
        public const int C3 = 3;
        public const int C2 = 4;
    }
}
